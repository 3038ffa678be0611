import type { TagTone } from '@/app/ui/tag';
import type { MailStatus } from '@/lib/notifications/state';

export const MAIL_STATUS_WORDS: Record<MailStatus, { word: string; tone: TagTone }> = {
  draft: { word: 'To be read', tone: 'accent' },
  queued: { word: 'Scheduled', tone: 'neutral' },
  sending: { word: 'Sending', tone: 'neutral' },
  sent: { word: 'Sent', tone: 'ok' },
  failed: { word: 'Failed', tone: 'danger' },
  discarded: { word: 'Cancelled', tone: 'neutral' },
};

const MAIL_KINDS: Record<string, string> = {
  'account-added': 'Welcome to a new editor',
  'new-sign-in': 'Notice of a new sign-in',
  'confirm-address': 'Request to confirm the address',
  'entered-on-behalf': 'Request to confirm what was entered on behalf',
  'earlier-contribution': 'Private link of an earlier contribution',
  'private-links': 'Private links, for those who ask for them',
  'closing-reminder': 'Reminder before a call closes, for those who ask for it',
  'contribution-received': 'Confirmation of arrival',
  'contribution-withdrawn': 'Confirmation of withdrawal',
  'colleagues-answered': 'Notice of comments and approvals by colleagues',
  'contribution-published': 'Notice of publication',
  'contribution-declined': 'Notice of decline',
  'contribution-unpublished': 'Notice of taking down',
  'contribution-restored': 'Notice of putting back',
  'decisions-made': 'Decisions on proposals',
  'changes-requested': 'Request for changes',
  'editor-note': 'Message to the contributor',
  'desk-notices': 'Notices to an editor',
};

export const mailKindWords = (kind: string) => MAIL_KINDS[kind] ?? kind;

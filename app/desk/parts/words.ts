import type { TagTone } from '@/app/ui/tag';
import type { ContributionStatus } from '@/lib/contributions/state';
import type { MailStatus } from '@/lib/notifications/state';
import type { ChangeStatus } from '@/lib/review/state';

export const STATUS_WORDS: Record<ContributionStatus, { word: string; tone: TagTone }> = {
  draft: { word: 'Draft', tone: 'neutral' },
  submitted: { word: 'Submitted', tone: 'accent' },
  changes_requested: { word: 'Changes requested', tone: 'warn' },
  published: { word: 'Published', tone: 'ok' },
  unpublished: { word: 'Taken down', tone: 'warn' },
  declined: { word: 'Declined', tone: 'neutral' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral' },
};

export const CHANGE_WORDS: Record<ChangeStatus, { word: string; tone: TagTone }> = {
  pending: { word: 'Undecided', tone: 'accent' },
  accepted: { word: 'Accepted', tone: 'ok' },
  amended: { word: 'Accepted, corrected', tone: 'ok' },
  rejected: { word: 'Rejected', tone: 'neutral' },
  superseded: { word: 'Superseded', tone: 'neutral' },
  withdrawn: { word: 'Taken back', tone: 'neutral' },
};

export const MAIL_WORDS: Record<MailStatus, { word: string; tone: TagTone }> = {
  draft: { word: 'To be read', tone: 'accent' },
  queued: { word: 'Waiting to leave', tone: 'neutral' },
  sending: { word: 'Leaving', tone: 'neutral' },
  sent: { word: 'Sent', tone: 'ok' },
  failed: { word: 'Failed', tone: 'danger' },
  discarded: { word: 'Dropped', tone: 'neutral' },
};

const MAIL_KINDS: Record<string, string> = {
  'account-added': 'Welcome to a new editor',
  'new-sign-in': 'Notice of a new sign-in',
  'confirm-address': 'Request to confirm the address',
  'contribution-received': 'Confirmation of arrival',
  'contribution-withdrawn': 'Confirmation of withdrawal',
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

import { mailWords } from '@/emails/_parts/words';
import { subjectOf } from '@/emails/_parts/template';
import { origin } from '@/lib/platform/env';
import type { Locale } from '@/lib/platform/i18n/routing';
import { parseMailContent } from './schema';
import type { MailContent } from './schema';

type ListedMail = { kind: string; payload: unknown; locale: string; emptiedAt: Date | null };
type Named = { reference: string | null; call: { slug: string; texts: unknown } } | null;

/**
 * The subject that a mail has without words of an editor, read from its row alone, so that a list of mails needs no
 * other query. Empty where its kind says as much, and for a mail whose words were removed.
 */
export function usualSubject({ kind, payload, locale: written, emptiedAt }: ListedMail, about: Named): string {
  if (emptiedAt !== null) return '';
  const locale = written as Locale; // queueMail takes nothing else
  const frame = { locale, host: new URL(origin()).host, reference: about?.reference ?? '' };
  const content = parseMailContent(kind, payload);
  const name = SUBJECTS[content.kind];
  if (name !== null) return subjectOf(name)(frame);
  return subjectWithContent(content, frame, about);
}

/** The mails whose subject names no more than the contribution or the host. */
const SUBJECTS: Record<MailContent['kind'], Parameters<typeof subjectOf>[0] | null> = {
  'account-added': 'accountAdded',
  'new-sign-in': 'newSignIn',
  'confirm-address': 'confirmAddress',
  'entered-on-behalf': 'enteredOnBehalf',
  'earlier-contribution': 'earlierContribution',
  'private-links': 'privateLinks',
  'closing-reminder': null,
  'contribution-received': null,
  'contribution-withdrawn': 'contributionWithdrawn',
  'colleagues-answered': 'colleaguesAnswered',
  'contribution-published': 'contributionPublished',
  'contribution-declined': 'contributionDeclined',
  'contribution-unpublished': 'contributionUnpublished',
  'contribution-restored': 'contributionRestored',
  'changes-requested': 'changesRequested',
  'editor-note': 'editorNote',
  'desk-notices': null,
  'decisions-made': 'decisionsMade',
};

type Frame = { locale: Locale; reference: string };

/** The others name their call, their version or the number of notices. */
function subjectWithContent(content: MailContent, { locale, reference }: Frame, about: Named): string {
  const words = mailWords(locale);
  if (content.kind === 'contribution-received') {
    const { revision } = content.payload;
    return revision === 1
      ? words('mail.contributionReceived.subject', { reference })
      : words('mail.contributionReceived.corrected.subject', { reference, revision });
  }
  if (content.kind !== 'closing-reminder') return '';
  const texts = about?.call.texts as Record<string, { title?: string } | undefined> | undefined; // by lib/calls
  return words('mail.closingReminder.subject', { call: texts?.[locale]?.title ?? about?.call.slug ?? '' });
}

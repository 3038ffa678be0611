import { cache } from 'react';
import type { OpenForm } from '@/app/(form)/server/form';
import { referenceNames } from '@/app/server/reference-names';
import type { Audience, ContributionContent } from '@/lib/contributions/documents/content';
import { contributionPaper } from '@/lib/contributions/documents/contribution-paper';
import { contentOfDraft } from '@/lib/contributions/documents/draft-content';
import type { Paper } from '@/lib/questions/paper';
import { readToday } from '@/lib/contributions/documents/agreements-today';
import { readSentPaper } from '@/lib/contributions/documents/sent-paper';
import { listSignOffs } from '@/lib/contributions/sign-offs';
import { wordsIn } from '@/lib/platform/i18n/words';
import { faultWords } from './fault-words';

/** Whether something is being edited: a draft, or a correction of a submission. */
export const isBeingWritten = ({ draft, correcting }: Pick<OpenForm, 'draft' | 'correcting'>): boolean =>
  draft.status === 'draft' || correcting;

/** The contribution on paper in its present state: the text being edited, or the last sent one. */
export const paperOf = cache(async (open: OpenForm, audience: Audience): Promise<Paper> => {
  const { locale, call, held } = open;
  // The names of approvers are for those who work on it, and for no other reader.
  const approvals = audience === 'author' && held.link.editorId === null ? await listSignOffs(held.id) : [];
  const signOff = audience === 'author';
  const sent = isBeingWritten(open)
    ? null
    : await readSentPaper({ contributionId: held.id, locale, audience, signOff, approvals });
  if (sent) return sent;
  return contributionPaper({
    locale,
    call,
    state: { kind: 'draft', at: new Date(), reference: held.reference },
    content: await contentOf(open, audience),
    words: wordsIn(locale),
    signOff,
    approvals,
  });
});

/** What the text being edited says. */
export const contentOf = cache(async (open: OpenForm, audience: Audience): Promise<ContributionContent> => {
  const { locale, draft, asked, parts, files, dataset } = open;
  const [today, faults, names] = await Promise.all([readToday(parts), faultWords(open), referenceNames()]);
  const source = {
    locale,
    questionnaire: draft.questionnaire,
    asked,
    parts,
    agreements: dataset.agreements,
    sets: dataset.sets,
    names,
    today,
    files,
    faults,
  };
  return contentOfDraft(source, audience, wordsIn(locale));
});

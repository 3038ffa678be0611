import { cache } from 'react';
import type { OpenForm } from '@/app/(form)/server/form';
import { referenceNames } from '@/app/server/reference-names';
import type { Audience } from '@/lib/contributions/documents/content';
import { contributionPaper } from '@/lib/contributions/documents/contribution-paper';
import { contentOfDraft } from '@/lib/contributions/documents/draft-content';
import type { Paper } from '@/lib/questions/paper';
import { readToday } from '@/lib/contributions/documents/agreements-today';
import { readSentPaper } from '@/lib/contributions/documents/sent-paper';
import { wordsIn } from '@/lib/platform/i18n/words';
import { faultWords } from './fault-words';

/** Whether something is being edited: a draft, or a correction of a submission. */
export const isBeingWritten = ({ draft, correcting }: Pick<OpenForm, 'draft' | 'correcting'>): boolean =>
  draft.status === 'draft' || correcting;

/** The contribution on paper in its present state: the text being edited, or the last sent one. */
export const paperOf = cache(async (open: OpenForm, audience: Audience): Promise<Paper> => {
  const words = wordsIn(open.locale);
  const sent = isBeingWritten(open)
    ? null
    : await readSentPaper({
        contributionId: open.held.id,
        locale: open.locale,
        audience,
        signOff: audience === 'author',
      });
  if (sent) return sent;
  const { locale, call, held, draft, asked, parts, files, dataset } = open;
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
  return contributionPaper({
    locale,
    call,
    state: { kind: 'draft', at: new Date(), reference: held.reference },
    content: contentOfDraft(source, audience, words),
    words,
    signOff: audience === 'author',
  });
});

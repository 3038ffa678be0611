import { cache } from 'react';
import type { OpenForm } from '@/app/(form)/server/form';
import { referenceNames } from '@/app/server/reference-names';
import { listSentFiles } from '@/lib/contributions/files/files';
import type { Audience } from '@/lib/contributions/documents/content';
import { contributionPaper } from '@/lib/contributions/documents/contribution-paper';
import { contentOfDraft } from '@/lib/contributions/documents/draft-content';
import type { Paper } from '@/lib/questions/paper';
import { readNewestRevision, readToday } from '@/lib/contributions/documents/newest-revision';
import { contentOfSent } from '@/lib/contributions/documents/sent-content';
import { wordsIn } from '@/lib/platform/i18n/words';
import { authorOf, entryInWords, publicEntry } from '@/lib/contributions/on-behalf/words';
import { readSent } from '@/lib/contributions/sent';
import { faultWords } from './fault-words';

/** Whether something is being edited: a draft, or a correction of a submission. */
export const isBeingWritten = ({ draft, correcting }: Pick<OpenForm, 'draft' | 'correcting'>): boolean =>
  draft.status === 'draft' || correcting;

/** The contribution on paper in its present state: the text being edited, or the last sent one. */
export const paperOf = cache(async (open: OpenForm, audience: Audience): Promise<Paper> => {
  const words = wordsIn(open.locale);
  const sent = isBeingWritten(open) ? null : await sentPaper(open, audience);
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

async function sentPaper({ locale, call, held, draft, dataset }: OpenForm, audience: Audience): Promise<Paper | null> {
  const [sent, newest, files, names] = await Promise.all([
    readSent(held.id),
    readNewestRevision(held.id),
    listSentFiles({ contributionId: held.id }),
    referenceNames(),
  ]);
  if (!sent?.reference || !newest) return null;
  const words = wordsIn(locale);
  const content = contentOfSent(
    {
      locale,
      questionnaire: draft.questionnaire,
      sent,
      group: newest.group,
      language: newest.language,
      sets: dataset.sets,
      names,
      files,
    },
    audience,
    words,
  );
  const state = {
    kind: 'sent',
    reference: sent.reference,
    revision: newest.number,
    at: newest.submittedAt,
    withdrawn: sent.status === 'withdrawn',
  } as const;
  const { name, affiliation } = sent.attribution;
  const shown = { anonymous: false, publicName: name, publicAffiliation: affiliation };
  const entered =
    sent.entry === null
      ? {}
      : {
          entered: entryInWords(publicEntry(sent.entry, shown), authorOf(shown), locale, (key, values) =>
            words(`entered.sentence.${key}`, values),
          ),
        };
  return contributionPaper({ locale, call, state, content, words, signOff: audience === 'author', ...entered });
}

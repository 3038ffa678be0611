import { cellName } from '@/lib/agreements/facts/cell-name';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import type { Questionnaire } from '@/lib/calls/schema';
import type { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { shownAnswers } from '@/lib/contributions/revision-content';
import type { SentChange, SentContribution, SentProposal } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';
import { attributed } from './attributed';
import { commentFor } from './content';
import type { AnswerContent, Audience, ContributionContent, ProposalContent } from './content';
import type { Words } from '@/lib/platform/i18n/words';

export type SentSource = {
  locale: Locale;
  questionnaire: Questionnaire;
  sent: SentContribution;
  /** The stakeholder group, which is public; null where none was given. */
  group: (typeof STAKEHOLDER_GROUPS)[number] | null;
  language: string | null;
  sets: readonly { criteria: readonly { key: string; title: string }[] }[];
  /** What values refer to is called. */
  names: ReferenceNames;
  files: readonly { questionKey: string; name: string }[];
};

/** The content of a contribution when it was sent, with the base of each proposal. It holds no contact details. */
export function contentOfSent(
  { locale, questionnaire, sent, group, language, sets, names, files }: SentSource,
  audience: Audience,
  words: Words,
): ContributionContent {
  const titles = Object.fromEntries([
    ...ALL_FIELDS.map((field) => [field, factLabel(field, locale)]),
    ...sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title])),
  ]);
  const { questions } = questionnaire;
  const answers = shownAnswers(sent.content, questions, { words, locale }).map(
    ({ question, text, shown }): AnswerContent => {
      const { key } = question;
      return {
        question,
        text,
        shown,
        proposals: sent.proposals
          .filter((proposal) => proposal.question === key)
          .map((proposal) => proposalOf(proposal, { titles, names, audience, words })),
        files: files.filter(({ questionKey }) => questionKey === key).map(({ name }) => name),
        faults: [],
      };
    },
  );
  return {
    language,
    questionnaire,
    answers,
    names,
    about: {
      shown: sent.editorsOnly ? words('sharing.paper.editorsOnlyState') : attributed(sent.attribution, locale),
      group: group && words(`contribute.form.stakeholderGroups.${group}`),
      withheld: [],
      faults: [],
    },
  };
}

type Known = { titles: Record<string, string>; names: ReferenceNames; audience: Audience; words: Words };

function proposalOf(
  { kind, agreement, comment, changes }: SentProposal,
  { titles, names, audience, words }: Known,
): ProposalContent {
  const proposedName = changes.find(({ key }) => key === 'name')?.proposed.value;
  const title =
    kind === 'update'
      ? words('sharing.paper.update', { agreement: agreement?.name ?? '' })
      : typeof proposedName === 'string'
        ? words('sharing.paper.new', { name: proposedName })
        : words('sharing.paper.unnamed');
  const order = Object.keys(titles);
  const cells = changes
    .toSorted((a: SentChange, b: SentChange) => order.indexOf(a.key) - order.indexOf(b.key))
    .map(({ key, base, proposed }) => ({ cell: key, title: cellName(titles, key, names), today: base, proposed }));
  return { title, isNew: kind === 'new', ...commentFor(audience, comment ?? ''), cells };
}

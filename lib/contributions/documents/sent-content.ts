import type { AgreementCells } from '@/lib/agreements/cells';
import { cellName } from '@/lib/agreements/facts/cell-name';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import { factLabel } from '@/lib/agreements/facts/words';
import type { CellContent } from '@/lib/agreements/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import type { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { shownAnswers } from '@/lib/contributions/revision-content';
import type { SentChange, SentContribution, SentProposal } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';
import { isSameJson } from '@/lib/platform/json';
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
  /** For the desk: the agreements as they stand now, by slug. Without it, each value stands beside its base. */
  today?: ReadonlyMap<string, AgreementCells>;
};

/** The content of a contribution as it was sent, each proposed value beside its base or today's. It holds no contact details. */
export function contentOfSent(
  { locale, questionnaire, sent, group, language, sets, names, files, today }: SentSource,
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
          .map((proposal) => proposalOf(proposal, { titles, names, audience, words, today })),
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

type Known = {
  titles: Record<string, string>;
  names: ReferenceNames;
  audience: Audience;
  words: Words;
  today: SentSource['today'];
};

function proposalOf(
  { kind, agreement, comment, changes }: SentProposal,
  { titles, names, audience, words, today }: Known,
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
    .map((change) => ({
      cell: change.key,
      title: cellName(titles, change.key, names),
      proposed: change.proposed,
      ...(today
        ? {
            ...besideToday(change, agreement && today.get(agreement.slug)),
            decided: words(`status.decisions.${change.status}`),
          }
        : { today: change.base }),
    }));
  return { title, isNew: kind === 'new', ...commentFor(audience, comment ?? ''), cells };
}

/** What the agreement says now, and the base of the proposal where it was another. */
function besideToday({ key, base }: SentChange, agreement: AgreementCells | null | undefined) {
  const cell = agreement?.cells[key];
  const now = cell ? contentOf(cell) : null;
  return { today: now, ...(!isSameJson(now, base && contentOf(base)) && { began: base }) };
}

const contentOf = ({ value, note, source, asOf = null }: CellContent): CellContent => ({ value, note, source, asOf });

import type { z } from 'zod';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { agreementsNamed } from '@/lib/agreements/facts/references';
import { repeated } from '@/lib/questions/answering';
import type { ListDefinition, QuestionKind, Statement, Wording } from '@/lib/questions/kind';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import type { SentProposal } from '@/lib/questions/proposal-changes';
import { proposalLabels } from '@/lib/questions/proposal-entry';
import { blankProposals, proposalTables } from '@/lib/questions/proposal-paper';
import { proposal } from '@/lib/questions/proposal-schema';
import type { ProposalInput } from '@/lib/questions/proposal-schema';
import type { ChangeRow, RowContext } from '@/lib/questions/rows';
import { group, typedText } from '@/lib/questions/typed-fields';

const typed = group({ text: typedText });

const list: ListDefinition<ProposalInput, z.input<ReturnType<typeof proposal>>> = {
  name: 'proposals',
  max: ANSWER_LIMITS.proposals,
  item: proposal,
  // Over all questions, because the cells of an agreement are decided together.
  faults: (items) =>
    repeated(items.map((one) => (one.kind === 'update' ? one.agreement : undefined))).map((index) => ({
      message: 'agreement_named_twice',
      path: [index, 'agreement'],
    })),
  agreements: (items) =>
    items.flatMap((one, index) => [
      ...(one.kind === 'update' ? [{ slug: one.agreement, path: [index, 'agreement'] }] : []),
      ...one.changes.flatMap(({ cell, value }, at) =>
        agreementsNamed(cell, value).map(({ part, slug }) => ({ slug, path: [index, 'changes', at, 'value', part] })),
      ),
    ]),
  words: (items) =>
    items.flatMap(({ comment, changes }) => [
      comment,
      ...changes.flatMap(({ value, note }) => [...textsIn(value), note]),
    ]),
  rows: (items, context) => {
    const proposals = items.map((one) => ({ id: context.newId(), one }));
    return {
      proposals: proposals.map(({ id, one }) => ({
        id,
        contribution_id: context.contributionId,
        revision_id: context.revisionId,
        question_key: context.question,
        kind: one.kind,
        agreement_id: one.kind === 'update' ? context.agreement(one.agreement).id : undefined,
        comment: one.comment,
      })),
      changes: proposals.flatMap(({ id, one }) => changeRows(id, one, context)),
    };
  },
};

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).filter((one) => typeof one === 'string');

function changeRows(proposalId: string, one: ProposalInput, context: RowContext): ChangeRow[] {
  const agreement = one.kind === 'update' ? context.agreement(one.agreement) : undefined;
  const baseVersion = one.kind === 'update' ? (one.baseVersion ?? agreement?.version ?? 0) : 0;
  return one.changes.map(({ cell, value, note, source, asOf }) => ({
    id: context.newId(),
    proposal_id: proposalId,
    contribution_id: context.contributionId,
    agreement_id: agreement?.id,
    key: cell,
    criterion_key: isFactKey(cell) ? undefined : cell,
    base_version: baseVersion,
    value,
    note,
    source,
    as_of: asOf,
    status_at: context.now,
  }));
}

/** What is missing or wrong in the dataset: any number of new or changed agreements, each on a page of its own. */
export const proposals: QuestionKind<z.infer<typeof typed>, SentProposal[]> & { list: typeof list } = {
  settings: {},
  settingFields: [],
  typed,
  list,
  entries: true,
  labels: proposalLabels,
  sent: () => [],
  fieldAt: () => 'text',
  prefill: () => ({}),
  // The readers show proposals themselves, with the current values and the decisions.
  shown: () => [],
  // The files of the dataset have its cells.
  columns: () => [],
  statements: (value, _, wording) => value.flatMap((one) => proposalStatements(one, wording)),
  blank: (_, context) => blankProposals(context),
  blankTables: proposalTables,
  minutes: () => [5, 30],
};

function proposalStatements({ kind, agreement, comment, changes }: SentProposal, wording: Wording): Statement[] {
  const name = changes.find(({ cell }) => cell === 'name')?.value;
  const about = kind === 'update' ? wording.agreement(agreement ?? '') : typeof name === 'string' ? name : '';
  const target = `${kind} ${agreement ?? about.toLowerCase()}`;
  const { words } = wording;
  const label = (part: string) => words(`correspondence.difference.places.${kind}`, { about, part });
  const stated = (cell: string, part: 'value' | 'note' | 'source' | 'asOf', text: string | undefined): Statement => ({
    id: `proposal ${target} ${cell} ${part}`,
    place: {
      label: label(
        words(`correspondence.difference.places.${part === 'value' ? 'cell' : part}`, { cell: wording.cell(cell) }),
      ),
      cell,
      about,
    },
    text: text ?? '',
  });
  return [
    ...changes.flatMap(({ cell, value, note, source, asOf }) => [
      stated(cell, 'value', wording.value(cell, value)),
      stated(cell, 'note', note),
      stated(cell, 'source', source),
      stated(cell, 'asOf', asOf),
    ]),
    {
      id: `proposal ${target} comment`,
      place: { label: label(words('correspondence.difference.places.comment')), about },
      text: comment ?? '',
    },
  ];
}

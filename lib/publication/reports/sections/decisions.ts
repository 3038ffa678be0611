import { inFactOrder } from '@/lib/agreements/facts/registry';
import { cellLabel } from '@/lib/agreements/facts/words';
import { groupBy } from '@/lib/platform/group-by';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { PublicContribution, PublicProposedCell } from '@/lib/publication/contributions/schema';
import type { PublicCriterionSet } from '@/lib/publication/schema';
import { lines, note, paragraph, strong, text } from '@/lib/publication/reports/report';
import type { Inline, ReportBlock, ReportSection, ReportTable } from '@/lib/publication/reports/report';
import { cellInline, contributionLink, typedLines } from '@/lib/publication/reports/setting';
import type { Setting } from '@/lib/publication/reports/setting';

type Proposal = PublicContribution['proposals'][number];
type Proposed = { contribution: PublicContribution; proposal: Proposal };

/** Every proposed value by agreement, with the decision on it and its reason. */
export function decisionsSection(setting: Setting): ReportSection {
  const { content, words } = setting;
  const proposed = content.contributions.flatMap((contribution) =>
    contribution.proposals.map((proposal): Proposed => ({ contribution, proposal })),
  );
  const cells = proposed.flatMap(({ proposal }) => proposal.cells);
  return {
    id: 'decisions',
    title: words('reports.decisions.title'),
    blocks:
      cells.length === 0
        ? [paragraph(words('reports.decisions.none'))]
        : [
            note(words('reports.decisions.lead')),
            paragraph(words('reports.decisions.counts', countsOf(cells))),
            ...byAgreement(proposed, setting),
          ],
    sections: [],
  };
}

function countsOf(cells: readonly PublicProposedCell[]) {
  const of = (status: PublicProposedCell['status']) => cells.filter((cell) => cell.status === status).length;
  const amended = of('amended');
  return {
    count: cells.length - of('withdrawn'),
    accepted: of('accepted') + amended,
    amended,
    rejected: of('rejected'),
    superseded: of('superseded'),
    pending: of('pending'),
  };
}

function byAgreement(proposed: readonly Proposed[], setting: Setting): ReportBlock[] {
  const named = proposed.map((one) => ({ ...one, name: proposalName(one.proposal, setting) }));
  return [...groupBy(named, ({ name }) => name)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([name, of]): ReportTable => {
      const { words } = setting;
      const rows = of.flatMap(({ contribution, proposal }) =>
        inOrder(proposal.cells, setting.content.sets).map((cell) => ({ contribution, cell })),
      );
      return {
        kind: 'table',
        caption: words('reports.decisions.caption', { agreement: name }),
        heads: [
          words('reports.decisions.point'),
          words('reports.decisions.from'),
          words('reports.decisions.proposed'),
          words('reports.decisions.decision'),
        ],
        widths: [20, 20, 28, 32],
        rows: rows.map(({ contribution, cell }) => [
          [text(cellLabel(cell.cell, setting.locale, setting.content.names))],
          contributionLink(contribution),
          cellInline(cell.cell, cell.proposed, setting),
          decisionInline(cell, setting),
        ]),
      };
    });
}

/** The agreement that a proposal is about; of a new one its proposed name. */
function proposalName({ kind, agreement, cells }: Proposal, { words }: Setting): string {
  const value = cells.find(({ cell }) => cell === 'name')?.proposed.value;
  const name = agreement?.name ?? (typeof value === 'string' ? value : words('reports.decisions.unlisted'));
  return kind === 'new' ? words('reports.decisions.new', { agreement: name }) : name;
}

/** One proposal in its contribution: each point before, as proposed, and as decided. */
export function proposalTable(proposal: Proposal, setting: Setting): ReportTable {
  const { content, words, locale } = setting;
  const isUpdate = proposal.kind === 'update';
  const before = (cell: PublicProposedCell): Inline[][] =>
    isUpdate ? [cell.base ? cellInline(cell.cell, cell.base, setting) : [text(words('reports.matrix.nothing'))]] : [];
  return {
    kind: 'table',
    caption: words('reports.decisions.caption', { agreement: proposalName(proposal, setting) }),
    heads: [
      words('reports.decisions.point'),
      ...(isUpdate ? [words('reports.decisions.before')] : []),
      words('reports.decisions.proposed'),
      words('reports.decisions.decision'),
    ],
    widths: isUpdate ? [18, 24, 28, 30] : [24, 40, 36],
    rows: inOrder(proposal.cells, content.sets).map((cell) => [
      [text(cellLabel(cell.cell, locale, content.names))],
      ...before(cell),
      cellInline(cell.cell, cell.proposed, setting),
      decisionInline(cell, setting),
    ]),
  };
}

function inOrder(cells: readonly PublicProposedCell[], sets: readonly PublicCriterionSet[]): PublicProposedCell[] {
  const keys = cells.map(({ cell }) => cell);
  const order = [...inFactOrder(keys), ...sets.flatMap((set) => set.criteria.map(({ key }) => key))];
  const place = new Map<string, number>(order.map((cell, at) => [cell, at]));
  const placeOf = ({ cell }: PublicProposedCell) => place.get(cell) ?? place.size;
  return cells.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** What was decided, when, in favour of which other contribution, as which value, and why. */
function decisionInline({ cell, status, decision }: PublicProposedCell, setting: Setting): Inline[] {
  const { words, locale } = setting;
  const state = words(`contributions.proposals.status.${status}`);
  if (!decision) return [strong(state)];
  const { supersededBy, chosenOver, reason, at } = decision;
  const overridden = status === 'superseded';
  return lines([
    [strong(words('reports.decisions.decidedOn', { status: state, date: sayDay(at, locale) }))],
    ...(supersededBy ? [[text(words('reports.decisions.supersededBy', { reference: supersededBy }))]] : []),
    ...(overridden && !supersededBy ? [[text(words('reports.decisions.supersededByOther'))]] : []),
    ...(chosenOver.count > 0
      ? [
          [
            text(
              [words('reports.decisions.chosenOver', { count: chosenOver.count }), chosenOver.references.join(', ')]
                .filter((part) => part !== '')
                .join(': '),
            ),
          ],
        ]
      : []),
    ...(status === 'amended' ? [[text(words('reports.decisions.entered'))], cellInline(cell, decision, setting)] : []),
    ...(reason ? [typedLines(words('reports.decisions.reason', { reason }))] : []),
  ]);
}

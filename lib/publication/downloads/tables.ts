import { factCells, factColumns, valueByPart } from '@/lib/agreements/facts/columns';
import type { ValuePart } from '@/lib/agreements/facts/columns';
import { factText } from '@/lib/agreements/facts/pieces';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { CELL_FACTS, inFactOrder, isFactKey, isRowField } from '@/lib/agreements/facts/registry';
import type { RowField } from '@/lib/agreements/facts/registry';
import { factDescription, factLabel } from '@/lib/agreements/facts/words';
import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { withFormerNames } from '@/lib/platform/csv-columns';
import { assessmentOf } from '@/lib/publication/assessments';
import { rowsOf } from '@/lib/publication/fact-rows';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import {
  aboutFormer,
  AGREEMENT_COLUMNS,
  assessmentColumn,
  CELL_COLUMNS,
  CRITERION_COLUMNS,
  PARTICIPATION_COLUMNS,
  SINGLE_VALUE_COLUMNS,
  SOURCE_COLUMNS,
} from './columns';
import type { Column } from './columns';
import type { Dataset } from './dataset-edition';

/** A table, from which CSV, sheet and data package are made. */
export type Table = {
  name: TableName;
  title: string;
  description: string;
  columns: Column[];
  key: string[];
  rows: CsvValue[][];
};
export type TableName = 'agreements' | 'cells' | 'values' | 'criteria' | 'participants' | 'sources';

export const TABLES = {
  agreements: agreementsTable,
  cells: cellsTable,
  values: valuesTable,
  criteria: criteriaTable,
  participants: participantsTable,
  sources: sourcesTable,
} satisfies Record<TableName, (dataset: Dataset) => Table>;

/** A table as CSV; `bom` for Excel. */
export const tableCsv = ({ columns, rows }: Table, options: { bom?: boolean } = {}) =>
  toCsv(
    columns.map(({ name }) => name),
    rows,
    options,
  );

/**
 * One row per agreement: facts and assessments by their keys, without notes and sources, which the table of cells has.
 */
function agreementsTable({
  agreements,
  criterionSets,
  names,
}: Pick<Dataset, 'agreements' | 'criterionSets' | 'names'>): Table {
  const criteria = criterionSets.flatMap((set) => set.criteria);
  const { columns, rows } = withFormerNames({
    columns: [
      ...AGREEMENT_COLUMNS,
      ...CELL_FACTS.flatMap((field): Column[] => (isRowField(field) ? [rowsColumn(field)] : factColumns(field, 'en'))),
      ...criteria.map(({ key, title }) => assessmentColumn(key, title)),
    ],
    rows: agreements.map((agreement) => [
      agreement.slug,
      agreement.version,
      agreement.updatedAt,
      ...CELL_FACTS.flatMap((field) =>
        isRowField(field) ? [rowsText(agreement, field, names)] : factCells(field, agreement.facts[field]?.value),
      ),
      ...criteria.map(({ key }) => assessmentOf(agreement, key)),
    ]),
  });
  return {
    name: 'agreements',
    title: 'Agreements',
    description: 'The wide form: one row per agreement, its facts and assessments in columns.',
    columns: columns.map((column) =>
      column.former === undefined ? column : { ...column, description: aboutFormer(column.former) },
    ),
    key: ['agreement'],
    rows,
  };
}

/** The rows of a fact in one column, as sentences with names; the table of cells has each with its parts and keys. */
const rowsColumn = (field: RowField): Column => ({
  name: field,
  title: factLabel(field, 'en'),
  description: `${factDescription(field, 'en')} Entries with “ | ” between.`,
  type: 'string',
});

const rowsText = (agreement: PublicAgreement, field: RowField, names: ReferenceNames): string | null =>
  rowsOf(agreement, field)
    .map(({ key, value }) => (isFactKey(key) ? factText(key, value, 'en', names) : ''))
    .join(' | ') || null;

/** The value of a criterion that was never assessed: of a new agreement, or of a new set. */
const UNASSESSED = 'not_assessed';

/** One row per cell, with a column for each part that a value can have. `contribution` holds all references of its origin. */
function cellsTable(dataset: Cells): Table {
  return {
    name: 'cells',
    title: 'Cells',
    description:
      'One row per agreement and fact or criterion: value, note, source, date of the decision, contributions and version. Each part of a value has its own column.',
    columns: CELL_COLUMNS,
    key: ['agreement', 'cell'],
    rows: cellsOf(dataset).map(cellRow),
  };
}

/** The long form: one row for each part of each value and each entry of a list. */
function valuesTable(dataset: Cells): Table {
  return {
    name: 'values',
    title: 'Values',
    description:
      'The long form: one row per single value, so that each entry of a list and each part of a value has a row of its own. Notes and sources are in the table of cells.',
    columns: SINGLE_VALUE_COLUMNS,
    key: ['agreement', 'cell', 'part', 'position'],
    rows: cellsOf(dataset).flatMap(singleValues),
  };
}

type Cells = Pick<Dataset, 'agreements' | 'criterionSets'>;
type Cell = { slug: string; key: string; kind: 'fact' | 'assessment'; cell: PublicCell | null };

/** The cells of all agreements, facts first; a criterion that was never assessed has none. */
const cellsOf = ({ agreements, criterionSets }: Cells): Cell[] =>
  agreements.flatMap(({ slug, facts, assessments }) => [
    ...inFactOrder(Object.keys(facts)).flatMap((key) =>
      facts[key] ? [{ slug, key, kind: 'fact' as const, cell: facts[key] }] : [],
    ),
    ...keysOf(criterionSets).map((key) => ({ slug, key, kind: 'assessment' as const, cell: assessments[key] ?? null })),
  ]);

function cellRow({ slug, key, kind, cell }: Cell): CsvValue[] {
  const value = cell ? cell.value : UNASSESSED;
  const byColumn: Record<string, CsvValue> = {
    agreement: slug,
    cell: key,
    kind,
    ...Object.fromEntries([...valueByPart(key, value)].map(([{ column }, one]) => [column, one])),
    note: cell?.note,
    source: cell?.source,
    as_of: cell?.asOf,
    decided_at: cell?.decidedAt,
    contribution: cell?.contributions.join(' '),
    version: cell?.version,
    criterion: key,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    source_key: cell?.sourceRecord?.key,
    ...surenessColumns(cell?.sureness),
    disputed: cell?.disputed && 'yes',
  };
  return CELL_COLUMNS.map(({ name }) => byColumn[name]);
}

const surenessColumns = (sureness: PublicCell['sureness']): Record<string, CsvValue> =>
  sureness
    ? {
        source_kind: sureness.sourceKind,
        confirmations: sureness.confirmations,
        decided_by: sureness.decidedBy,
        verified_on: sureness.verifiedOn,
      }
    : {};

function singleValues({ slug, key, kind, cell }: Cell): CsvValue[][] {
  const value = cell ? cell.value : UNASSESSED;
  return [...valueByPart(key, value)].flatMap(([part, one]) =>
    one === null
      ? []
      : entriesOf(part, value, one).map((entry, at) => {
          const type = part.type === 'list' ? 'text' : part.type;
          return [
            ...[slug, key, kind, part.part, at + 1, type],
            type === 'number' || type === 'date' ? null : entry,
            type === 'number' ? entry : null,
            type === 'date' ? entry : null,
          ];
        }),
  );
}

/** The entries of a list; of anything else the value itself. */
function entriesOf({ part, type }: ValuePart, value: unknown, one: CsvValue): CsvValue[] {
  if (type !== 'list') return [one];
  const list: unknown = Array.isArray(value) ? value : Reflect.get(Object(value) as object, part);
  return Array.isArray(list) ? list.map(String) : [one];
}

/** One row per criterion, with the set it belongs to. */
function criteriaTable({ criterionSets }: Pick<Dataset, 'criterionSets'>): Table {
  return {
    name: 'criteria',
    title: 'Criteria',
    description: 'One row per criterion on which agreements are assessed, with the set it belongs to.',
    columns: CRITERION_COLUMNS,
    key: ['key'],
    rows: criterionSets.flatMap((set) =>
      set.criteria.map(({ key, letter, title, shortTitle, description, help }) => [
        ...[key, set.slug, letter, title, shortTitle, description, help],
        ...[set.title, set.description, set.source],
      ]),
    ),
  };
}

/** One row per participant, agreement, action and date. */
function participantsTable({ participations }: Pick<Dataset, 'participations'>): Table {
  return {
    name: 'participants',
    title: 'Participants',
    description:
      'One row per participant, agreement, action and date: who signed, ratified, acceded to or endorsed an agreement, withdrew from it, or is a member of the body that made it.',
    columns: PARTICIPATION_COLUMNS,
    key: ['id'],
    rows: participations.map(({ id, participant, agreement, action, date, evidence, ...row }) => [
      ...[participant.slug, participant.name, participant.kind, participant.country, participant.group],
      ...[agreement.slug, action, date],
      ...[evidence.source, evidence.link, evidence.quotation, evidence.contribution, evidence.gone],
      ...[row.declaredBy, row.verified ? 'yes' : 'no', row.reservation, id],
    ]),
  };
}

/** One row per document that cells rest on. */
function sourcesTable({ sources }: Pick<Dataset, 'sources'>): Table {
  return {
    name: 'sources',
    title: 'Sources',
    description: 'One row per document that cells rest on, with the number of cells that name it.',
    columns: SOURCE_COLUMNS,
    key: ['key'],
    rows: sources.map(({ key, kind, title, author, year, publisher, link, archivedLink, accessedOn, ...source }) => [
      ...[key, kind, title, author, year, publisher, link, archivedLink, accessedOn],
      ...[source.citedAs.join(' | '), source.cells, source.agreements],
    ]),
  };
}

const keysOf = (sets: PublicCriterionSet[]) => sets.flatMap((set) => set.criteria.map((criterion) => criterion.key));

import { factCells, factColumns } from '@/lib/agreements/facts/columns';
import { factText } from '@/lib/agreements/facts/pieces';
import { ALL_FIELDS, inFactOrder, isFactKey, isRowField } from '@/lib/agreements/facts/registry';
import type { RowField } from '@/lib/agreements/facts/registry';
import { factDescription, factLabel } from '@/lib/agreements/facts/words';
import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { assessmentOf } from '@/lib/publication/assessments';
import { rowsOf } from '@/lib/publication/fact-rows';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import {
  AGREEMENT_COLUMNS,
  assessmentColumn,
  CELL_COLUMNS,
  CRITERION_COLUMNS,
  PARTICIPATION_COLUMNS,
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
export type TableName = 'agreements' | 'cells' | 'criteria' | 'participants' | 'sources';

export const TABLES = {
  agreements: agreementsTable,
  cells: cellsTable,
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
function agreementsTable({ agreements, criterionSets }: Pick<Dataset, 'agreements' | 'criterionSets'>): Table {
  const criteria = criterionSets.flatMap((set) => set.criteria);
  return {
    name: 'agreements',
    title: 'Agreements',
    description: 'One row per agreement, its facts and assessments in columns.',
    columns: [
      ...AGREEMENT_COLUMNS,
      ...ALL_FIELDS.flatMap((field) => (isRowField(field) ? [rowsColumn(field)] : factColumns(field, 'en'))),
      ...criteria.map(({ key, title }) => assessmentColumn(key, title)),
    ],
    key: ['agreement'],
    rows: agreements.map((agreement) => [
      agreement.slug,
      agreement.version,
      agreement.updatedAt,
      ...ALL_FIELDS.flatMap((field) =>
        isRowField(field) ? [rowsText(agreement, field)] : factCells(field, agreement.facts[field]?.value),
      ),
      ...criteria.map(({ key }) => assessmentOf(agreement, key)),
    ]),
  };
}

/** The rows of a fact in one column, as sentences; the table of cells has each with its parts. */
const rowsColumn = (field: RowField): Column => ({
  name: field,
  title: factLabel(field, 'en'),
  description: `${factDescription(field, 'en')} Entries with “ | ” between.`,
  type: 'string',
});

const rowsText = (agreement: PublicAgreement, field: RowField): string | null =>
  rowsOf(agreement, field)
    .map(({ key, value }) => (isFactKey(key) ? factText(key, value, 'en') : ''))
    .join(' | ') || null;

/** The value of a criterion that was never assessed: of a new agreement, or of a new set. */
const UNASSESSED = 'not_assessed';

/**
 * One row per cell. A fact has its field's name in the column in which an assessment has its criterion's key: both name
 * the cell. A value that is not a plain text (signatories, unique elements) is JSON. `contribution` holds all
 * references of its origin.
 */
function cellsTable({ agreements, criterionSets }: Pick<Dataset, 'agreements' | 'criterionSets'>): Table {
  const criteria = keysOf(criterionSets);
  return {
    name: 'cells',
    title: 'Cells',
    description:
      'One row per agreement and fact or criterion: value, note, source, date of the decision, contributions and version.',
    columns: CELL_COLUMNS,
    key: ['agreement', 'criterion'],
    rows: agreements.flatMap(({ slug, facts, assessments }) => [
      ...inFactOrder(Object.keys(facts)).flatMap((key) => (facts[key] ? [cellRow(slug, key, facts[key])] : [])),
      ...criteria.map((key) =>
        assessments[key] ? cellRow(slug, key, assessments[key]) : [slug, key, UNASSESSED, ...NOTHING_MORE],
      ),
    ]),
  };
}

const NOTHING_MORE: CsvValue[] = CELL_COLUMNS.slice(3).map(() => null);

const cellRow = (
  slug: string,
  key: string,
  { value, note, source, asOf, decidedAt, contributions, version }: PublicCell,
): CsvValue[] => [
  slug,
  key,
  typeof value === 'string' ? value : JSON.stringify(value),
  note,
  source,
  asOf,
  decidedAt,
  contributions.join(' '),
  version,
];

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

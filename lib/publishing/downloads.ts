import { FACT_FIELDS } from '@/lib/agreements/constants';
import { toCsv } from './csv';
import type { CsvValue } from './csv';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from './schema';

/** What the files are made of. */
export type Dataset = { agreements: PublicAgreement[]; criterionSets: PublicCriterionSet[] };
type Options = { bom?: boolean };
type Download = { type: string; make: (dataset: Dataset, options: Options) => string };

const CSV = 'text/csv; charset=utf-8; header=present';

/** Every file of the dataset by its name. */
export const DOWNLOADS: Record<string, Download> = {
  'agreements.json': { type: 'application/json', make: ({ agreements }) => `${JSON.stringify({ data: agreements }, null, 1)}\n` },
  'agreements.csv': { type: CSV, make: agreementsCsv },
  'cells.csv': { type: CSV, make: cellsCsv },
};

const BETWEEN = ' | ';
const SIGNATORY_PARTS = ['count', 'unit', 'asOf', 'list', 'link'] as const;

/** One row per agreement: facts and assessments by their keys, without notes and sources, which `cells.csv` has. */
function agreementsCsv({ agreements, criterionSets }: Dataset, options: Options): string {
  const facts = FACT_FIELDS.flatMap((field) => (field === 'signatories' ? SIGNATORY_PARTS.map((part) => `signatories.${part}`) : [field]));
  const criteria = criteriaOf(criterionSets);
  const rows = agreements.map((agreement) => [
    agreement.slug,
    agreement.version,
    agreement.updatedAt,
    ...facts.map((field) => factText(agreement, field)),
    ...criteria.map((key) => plain(agreement.assessments[key]?.value ?? UNASSESSED)),
  ]);
  return toCsv(['agreement', 'version', 'updated_at', ...facts, ...criteria], rows, options);
}

/** What a criterion counts as where nobody has written anything: in an agreement, or a set, that is new to the dataset. */
const UNASSESSED = 'not_assessed';

export const CELL_COLUMNS = ['agreement', 'criterion', 'value', 'note', 'source', 'as_of', 'decided_at', 'contribution', 'version'];

/**
 * One row per cell. A fact has its field's name where an assessment has its criterion's key: both name the cell. A value
 * that is not a plain text (signatories, unique elements) is JSON. `contribution` holds every reference it came from.
 */
function cellsCsv({ agreements, criterionSets }: Dataset, options: Options): string {
  const criteria = criteriaOf(criterionSets);
  const rows = agreements.flatMap(({ slug, facts, assessments }) => [
    ...FACT_FIELDS.flatMap((key) => (facts[key] ? [cellRow(slug, key, facts[key])] : [])),
    ...criteria.map((key) => (assessments[key] ? cellRow(slug, key, assessments[key]) : [slug, key, UNASSESSED, ...NOTHING_MORE])),
  ]);
  return toCsv(CELL_COLUMNS, rows, options);
}

const NOTHING_MORE: CsvValue[] = CELL_COLUMNS.slice(3).map(() => null);

const cellRow = (slug: string, key: string, { value, note, source, asOf, decidedAt, contributions, version }: PublicCell): CsvValue[] => [
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

const criteriaOf = (sets: PublicCriterionSet[]) => sets.flatMap((set) => set.criteria.map((criterion) => criterion.key));

function factText({ facts }: PublicAgreement, field: string): CsvValue {
  const [name = field, part] = field.split('.');
  const value = facts[name]?.value;
  if (part === undefined) return plain(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? plain(value[part]) : null;
}

/** A value in one field of a table. */
function plain(value: PublicCell['value'] | undefined): CsvValue {
  if (Array.isArray(value)) return value.map((one) => plain(one)).join(BETWEEN);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

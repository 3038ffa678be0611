import { factCells } from '@/lib/agreements/facts/columns';
import { FACT_FIELDS, FACTS } from '@/lib/agreements/facts/registry';
import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { namedBothWays, snakeCase } from '@/lib/platform/csv-columns';
import { assessmentOf, factOf } from '@/lib/publication/assessments';
import type { Matrix } from './layout';

const LEADING_FIELDS = FACT_FIELDS.filter((field) => FACTS[field].leadsMatrix);
const LEADING = ['agreement', 'name', 'short_name', ...LEADING_FIELDS.map(snakeCase)];

/**
 * A view as CSV, all its pages: a row per agreement and a column per criterion, in the order of the view; exchanged if
 * transposed.
 */
export function matrixCsv({ agreements, tables }: Matrix, { transposed = false, bom = false } = {}): string {
  const criteria = tables.flatMap(({ set }) => set.criteria.map((criterion) => ({ set: set.slug, ...criterion })));
  if (transposed) {
    const rows = criteria.map(({ key, title, set }) => [
      key,
      title,
      set,
      ...agreements.map((agreement) => assessmentOf(agreement, key)),
    ]);
    return asCsv(['criterion', 'title', 'set', ...agreements.map(({ slug }) => slug)], rows, bom);
  }
  const rows = agreements.map((agreement): CsvValue[] => [
    agreement.slug,
    agreement.name,
    agreement.shortName,
    ...LEADING_FIELDS.flatMap((field) => factCells(field, factOf(agreement, field))),
    ...criteria.map(({ key }) => assessmentOf(agreement, key)),
  ]);
  return asCsv([...LEADING, ...criteria.map(({ key }) => key)], rows, bom);
}

function asCsv(header: string[], rows: CsvValue[][], bom: boolean): string {
  const named = namedBothWays(header, rows);
  return toCsv(named.header, named.rows, { bom });
}

/** The same with note, source and origin of each value, as the page shows them. */
export function matrixJson({ agreements, tables }: Matrix, view: object): string {
  const shown = new Set(tables.flatMap(({ set }) => set.criteria.map(({ key }) => key)));
  const data = {
    view,
    sets: tables.map(({ set }) => ({
      slug: set.slug,
      title: set.title,
      criteria: set.criteria.map(({ key, title }) => ({ key, title })),
    })),
    data: agreements.map(({ assessments, slug, name, shortName, version, facts }) => ({
      slug,
      name,
      shortName,
      version,
      facts: Object.fromEntries(LEADING_FIELDS.map((field) => [field, facts[field]])),
      assessments: Object.fromEntries(Object.entries(assessments).filter(([key]) => shown.has(key))),
    })),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

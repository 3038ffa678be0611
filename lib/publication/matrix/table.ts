import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { assessmentOf, factOf } from '@/lib/publication/assessments';
import type { Matrix } from './layout';

const LEADING = ['agreement', 'name', 'short_name', 'launch_date', 'space', 'binding_nature'] as const;

/** A view as CSV, all its pages: a row per agreement and a column per criterion, both in the order of the view; the other way round if transposed. */
export function matrixCsv({ agreements, tables }: Matrix, { transposed = false, bom = false } = {}): string {
  const criteria = tables.flatMap(({ set }) => set.criteria.map((criterion) => ({ set: set.slug, ...criterion })));
  if (transposed) {
    const rows = criteria.map(({ key, title, set }) => [
      key,
      title,
      set,
      ...agreements.map((agreement) => assessmentOf(agreement, key)),
    ]);
    return toCsv(['criterion', 'title', 'set', ...agreements.map(({ slug }) => slug)], rows, { bom });
  }
  const rows = agreements.map((agreement): CsvValue[] => [
    agreement.slug,
    agreement.name,
    agreement.shortName,
    factOf(agreement, 'launchDate'),
    factOf(agreement, 'space'),
    factOf(agreement, 'bindingNature'),
    ...criteria.map(({ key }) => assessmentOf(agreement, key)),
  ]);
  return toCsv([...LEADING, ...criteria.map(({ key }) => key)], rows, { bom });
}

/** The same with note, source and origin of each value: what the page shows and opens. */
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
      facts: { launchDate: facts.launchDate, space: facts.space, bindingNature: facts.bindingNature },
      assessments: Object.fromEntries(Object.entries(assessments).filter(([key]) => shown.has(key))),
    })),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

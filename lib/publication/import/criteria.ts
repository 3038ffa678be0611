import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { criterionKey } from '@/lib/agreements/schema';
import { withoutEscape } from '@/lib/platform/csv';
import type { PublicCriterionSet } from '@/lib/publication/schema';

const cell = z.string().transform(withoutEscape);
const row = z.object({
  key: cell.pipe(criterionKey),
  set: cell.pipe(criterionKey),
  letter: cell,
  title: cell,
  short_title: cell,
  description: cell,
  help: cell,
  set_title: cell,
  set_description: cell,
  set_source: cell,
});

const rowsOnce = z.array(row).refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, 'named_twice');

/** A downloaded criteria.csv as the sets it was made of, in their order. Throws where it is no such file. */
export function readCriteria(csv: string): PublicCriterionSet[] {
  const rows = rowsOnce.parse(parse(csv, { columns: true, bom: true }));
  return [...new Set(rows.map(({ set }) => set))].map((slug) => {
    const own = rows.filter(({ set }) => set === slug);
    const [first] = own;
    return {
      slug,
      title: first?.set_title ?? slug,
      description: first?.set_description ?? '',
      source: first?.set_source ?? '',
      criteria: own.map(({ key, letter, title, short_title: shortTitle, description, help }) => ({
        key,
        letter: letter || null,
        title,
        shortTitle,
        description,
        help,
      })),
    };
  });
}

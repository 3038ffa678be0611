import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { namedBothWays } from '@/lib/platform/csv-columns';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';
import type { Comparison } from './comparison';

/**
 * A comparison as CSV: a row per criterion and fact with what is said of it, and per agreement value, note and source.
 */
export function comparisonCsv(
  agreements: readonly PublicAgreement[],
  { sets, facts }: Comparison,
  options: { bom?: boolean } = {},
): string {
  const header = [
    'set',
    'key',
    'title',
    'verdict',
    ...agreements.flatMap(({ slug }) => [slug, `${slug} note`, `${slug} source`]),
  ];
  const rows: CsvValue[][] = [
    ...sets.flatMap(({ set, criteria }) =>
      criteria.map(({ criterion, verdict }) => [
        set.slug,
        criterion.key,
        criterion.title,
        verdict,
        ...cells(
          agreements.map(({ assessments }) => assessments[criterion.key]),
          'not_assessed',
        ),
      ]),
    ),
    ...facts.map(({ field, differs }) => [
      'facts',
      field,
      field,
      differs ? 'differ' : 'same',
      ...cells(
        agreements.map(({ facts: { [field]: cell } }) => (cell?.disputed ? { ...cell, value: 'disputed' } : cell)),
        null,
      ),
    ]),
  ];
  const named = namedBothWays(header, rows);
  return toCsv(named.header, named.rows, options);
}

const cells = (of: readonly (PublicCell | undefined)[], absent: string | null): CsvValue[] =>
  of.flatMap((cell) => [cell ? plain(cell.value) : absent, cell?.note, cell?.source]);

const plain = (value: PublicCell['value']) => (typeof value === 'string' ? value : JSON.stringify(value));

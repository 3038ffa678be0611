import { PROMISED_DAYS } from '@/lib/contributions/promise';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { namesIn } from '@/lib/platform/i18n/names-in';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { everyMonth } from './months';
import type { Region } from '@/lib/contributions/regions';
import type { GroupCount, Statistics, Waits } from './statistics';

const STATISTICS_TABLES = ['months', 'calls', 'groups', 'regions', 'countries', 'outcomes', 'times'] as const;
export type StatisticsTableName = (typeof STATISTICS_TABLES)[number];

/** One table of the statistics, for a page and for a CSV file. The first column names the row; the last ones are numbers. */
export type StatisticsTable = {
  name: StatisticsTableName;
  title: string;
  note: string;
  columns: { name: string; title: string }[];
  /** A text for each cell that is no number; null where the audience sees no number. */
  rows: CsvValue[][];
};

type Table = Pick<StatisticsTable, 'columns' | 'rows'>;
type Column<Row> = { name: string; title: string; cell: (row: Row) => CsvValue };

/** The table whose file is asked for, such as `months.csv`; undefined for any other text. */
export const tableOfFile = (file: string): StatisticsTableName | undefined =>
  STATISTICS_TABLES.find((name) => file === `${name}.csv`);

/** One table as CSV: its header only where there is nothing to count. */
export function statisticsCsv(
  statistics: Statistics,
  name: StatisticsTableName,
  { words, locale, bom }: { words: Words; locale: Locale; bom: boolean },
): string {
  const found = statisticsTables(statistics, words, locale).find((one) => one.name === name);
  return toCsv(found?.columns.map((column) => column.name) ?? [], found?.rows ?? [], { bom });
}

/** The tables that have a row, in the order of the page. */
export function statisticsTables(statistics: Statistics, words: Words, locale: Locale): StatisticsTable[] {
  const { months, calls, groups, regions, countries, outcomes } = statistics;
  const title = (name: Parameters<typeof columnTitle>[1]) => columnTitle(words, name);
  const column = <Key extends string>(name: Key & Parameters<typeof columnTitle>[1]) => ({
    name,
    title: title(name),
    cell: (row: Record<Key, CsvValue>) => row[name],
  });
  const call = [
    { name: 'call', title: title('call'), cell: ({ slug }: { slug: string }) => slug },
    { name: 'title', title: title('title'), cell: (row: { title: string }) => row.title },
  ];
  const tables: Record<StatisticsTableName, Table> = {
    months: table(everyMonth(months), [column('month'), column('begun'), column('submitted'), column('published')]),
    calls: table(calls, [...call, column('submitted'), column('published'), column('declined')]),
    groups: counted('group', groups, groupName(words)),
    regions: counted('region', regions, regionName(words)),
    countries: counted('country', countries, countryName(words, locale)),
    outcomes: table(outcomes, [
      ...call,
      ...(['accepted', 'amended', 'rejected', 'superseded', 'pending'] as const).map((name) => column(name)),
    ]),
    times: times(statistics, words),
  };
  return STATISTICS_TABLES.map((name) => ({
    name,
    title: words(`statistics.tables.${name}.title`),
    note: words(`statistics.tables.${name}.note`),
    ...tables[name],
  })).filter(({ rows }) => rows.length > 0);

  function counted(key: 'group' | 'region' | 'country', counts: GroupCount[], nameOf: (key: string) => string): Table {
    return table(counts, [
      { name: key, title: title(key), cell: (one) => nameOf(one.key) },
      { name: 'count', title: title('count'), cell: ({ count }) => count },
    ]);
  }
}

/** A column of which the audience sees no number is left out. */
function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Table {
  const seen = columns.filter(({ cell }) => rows.some((row) => cell(row) !== null));
  return {
    columns: seen.map(({ name, title }) => ({ name, title })),
    rows: rows.map((row) => seen.map(({ cell }) => cell(row))),
  };
}

type ColumnName =
  | 'month'
  | 'begun'
  | 'submitted'
  | 'published'
  | 'declined'
  | 'call'
  | 'title'
  | 'group'
  | 'region'
  | 'country'
  | 'count'
  | 'accepted'
  | 'amended'
  | 'rejected'
  | 'superseded'
  | 'pending';

const columnTitle = (words: Words, name: ColumnName) => words(`statistics.columns.${name}`);

const PLAIN = ['anonymous', 'unstated', 'fewer'] as const;
const plainName = (words: Words, key: string) => {
  const plain = PLAIN.find((one) => one === key);
  return plain && words(`statistics.groupsOf.${plain}`);
};

const groupName = (words: Words) => (key: string) => {
  const group = STAKEHOLDER_GROUPS.find((one) => one === key);
  return group ? words(`contribute.form.stakeholderGroups.${group}`) : (plainName(words, key) ?? key);
};

const regionName = (words: Words) => (key: string) =>
  plainName(words, key) ?? words(`statistics.regionsOf.${key as Region}`);

const countryName = (words: Words, locale: Locale) => (key: string) =>
  plainName(words, key) ?? namesIn(locale, 'region', [key])[0]?.name ?? key;

/** One call alone says the same as all together, and is left out. */
function times({ waits }: Statistics, words: Words): Table {
  const single = waits.length === 2;
  const rows = waits
    .filter(({ call }) => call === null || !single)
    .flatMap(({ call, firstAnswer, decided }) => [
      { call, until: words('statistics.until.answer'), waits: firstAnswer },
      { call, until: words('statistics.until.decision'), waits: decided },
    ])
    .filter((row): row is { call: string | null; until: string; waits: Waits } => row.waits !== null);
  return table(rows, [
    { name: 'call', title: columnTitle(words, 'call'), cell: ({ call }) => call ?? words('statistics.allCalls') },
    { name: 'until', title: words('statistics.columns.until'), cell: ({ until }) => until },
    { name: 'contributions', title: words('statistics.columns.counted'), cell: ({ waits }) => waits.count },
    { name: 'median_days', title: words('statistics.columns.median'), cell: ({ waits }) => waits.median },
    {
      name: 'in_time',
      title: words('statistics.columns.inTime', { days: PROMISED_DAYS }),
      cell: ({ waits }) => waits.inTime,
    },
  ]);
}

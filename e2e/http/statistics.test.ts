import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { submit } from '@/prisma/factories/submissions';
import { ask, origin, read, signIn } from './requests';

const TABLES = ['months', 'calls', 'groups', 'regions', 'countries', 'outcomes', 'times'];

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

test('the desk counts what is sent at once, in its page and its files; a visitor and a reader do not get them', async () => {
  const editor = await signIn();
  const read2020 = async () =>
    Number(
      rowsOf(await read('/desk/statistics/calls.csv', { headers: editor })).find(({ call }) => call === '2020')
        ?.submitted ?? 0,
    );
  const before = await read2020();
  await submit({ answers: { comments: `Counted ${Math.random()}` }, consent: true });
  expect(await read2020()).toBe(before + 1);
  const page = await read('/desk/statistics', { headers: editor });
  for (const table of TABLES) {
    const file = await ask(`/desk/statistics/${table}.csv`, { headers: editor });
    expect(file.status, table).toBe(200);
    expect(file.headers.get('cache-control')).toBe('no-store');
    if (rowsOf(await file.text()).length > 0) expect(page).toContain(`/desk/statistics/${table}.csv`);
    expect((await ask(`/desk/statistics/${table}.csv`)).status).toBe(401);
  }
  expect((await ask('/desk/statistics/people.csv', { headers: editor })).status).toBe(404);
});

test('readers see counts of what is published, by page and by file', async () => {
  const page = await read('/en/statistics');
  expect(page).toContain('Statistics of the contributions');
  for (const table of TABLES) {
    const file = await ask(`/en/statistics/${table}.csv`);
    expect(file.status, table).toBe(200);
    expect(file.headers.get('content-type')).toContain('text/csv');
    for (const row of rowsOf(await file.text())) {
      expect(Object.keys(row)).not.toContain('begun');
      // Only numbers of five and more describe people or organisations.
      if (['groups', 'regions', 'countries'].includes(table)) expect(Number(row.count)).toBeGreaterThanOrEqual(5);
    }
  }
  expect((await ask('/en/statistics/people.csv')).status).toBe(404);
  expect((await ask('/en/statistics/months.csv?bom=2')).status).toBe(400);
  expect(await read('/sitemap.xml')).toContain(`${origin()}/en/statistics`);
});

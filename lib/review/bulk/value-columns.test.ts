import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { toCsv, withoutEscape } from '@/lib/platform/csv';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { listAgreements, listCriterionSets } from '@/lib/publication/agreements';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { uploadBulkEntry } from './bulk-entry';
import { readBulkEntry } from './bulk-list';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

async function reportOf(text: string) {
  const result = await uploadBulkEntry({ editor, fileName: 'cells.csv', bytes: Buffer.from(text) });
  if (!result.ok) throw new Error(result.reason);
  const entry = await readBulkEntry(result.id, editor.userId);
  if (!entry) throw new Error('there is no such entry');
  return entry.report;
}

const download = async () =>
  tableCsv(TABLES.cells({ agreements: await listAgreements(), criterionSets: await listCriterionSets() }), {
    bom: true,
  });

describe('a table with columns for the parts of values', () => {
  const PARTS =
    'agreement,cell,value_text,value_date,value_count,value_unit,value_as_of,value_list,value_counted,source';
  const partRows = async (...lines: string[]) => (await reportOf([PARTS, ...lines].join('\r\n'))).rows;

  it('proposes texts, dates, lists and records by the parts that are filled', async () => {
    expect(
      await partRows(
        'manrs,specified-cbms,Unclear,,,,,,,Its text',
        'manrs,launchDate,,November 2019,,,,,,Its text',
        'manrs,uniqueElements,,,,,,One | Two,,Its text',
        'manrs,signatories,,,"1,024",operators,2020-05,,,Its site',
        'manrs,counts,,,9,operators,2018,,members,Its site',
      ),
    ).toMatchObject([
      { outcome: 'change', proposed: 'unclear' },
      { outcome: 'change', proposed: '2019-11' },
      { outcome: 'change', proposed: '["One","Two"]' },
      { outcome: 'change', proposed: '{"count":1024,"unit":"operators","asOf":"2020-05"}' },
      { outcome: 'change', proposed: '{"counted":"members","count":9,"unit":"operators","asOf":"2018"}' },
    ]);
  });

  it('refuses a part that a cell does not have, none at all, and one that is not right', async () => {
    expect(
      (
        await partRows(
          'manrs,maintainer,,2019,,,,,,y',
          'manrs,maintainer,,,,,,,,y',
          'manrs,counts,,,many,,,,members,y',
          'manrs,no-such,yes,,,,,,,y',
        )
      ).map(({ row, code, column }) => [row, code, column]),
    ).toEqual([
      [2, 'wrong_column', 'value_date'],
      [3, 'required', 'value_text'],
      [4, 'not_a_number', 'value_count'],
      [5, 'unknown_criterion', 'cell'],
    ]);
  });
});

describe('a download with its former columns', () => {
  /** The download with one row of it changed, field by field. */
  async function changed(agreement: string, cell: string, fields: Record<string, string>) {
    const [header = [], ...lines] = parse(await download(), { bom: true }) as string[][];
    const at = (name: string) => header.indexOf(name);
    const line = lines.find((one) => one[at('agreement')] === agreement && one[at('cell')] === cell) ?? [];
    for (const [name, field] of Object.entries(fields)) line[at(name)] = field;
    const { rows: reported, counts } = await reportOf(
      toCsv(
        header,
        lines.map((one) => one.map(withoutEscape)),
      ),
    );
    const [row] = reported.filter(({ outcome }) => outcome !== 'same');
    return { row, same: (counts?.rows ?? 0) - (counts?.same ?? 0) };
  }

  it('proposes what was edited under either name, alone or in both', async () => {
    const edits: Record<string, string>[] = [
      { value_text: 'A circle' },
      { value: 'A circle' },
      { value_text: 'A circle', value: 'A circle' },
    ];
    for (const fields of edits)
      expect(await changed('tech-accord', 'stakeholders', { ...fields, source: 'Its page' })).toMatchObject({
        row: { outcome: 'change', proposed: 'A circle' },
        same: 1,
      });
  });

  it('refuses two names with different content, and a field that was emptied', async () => {
    const both = { value_text: 'A circle', value: 'A square', source: 'Its page' };
    expect(await changed('tech-accord', 'stakeholders', both)).toMatchObject({
      row: { outcome: 'fault', code: 'columns_differ', column: 'value_text', params: { column: 'value' } },
    });
    expect(await changed('tech-accord', 'stakeholders', { value_text: '' })).toMatchObject({
      row: { outcome: 'fault', code: 'required', column: 'value_text' },
    });
    expect(await changed('tech-accord', 'stakeholders', { criterion: 'summary' })).toMatchObject({
      row: { outcome: 'fault', code: 'columns_differ', column: 'cell' },
    });
  });

  it('comes back with equal bytes, and so does its half with either names', async () => {
    const none = ['link', 'signatories'].map((cell) => ({ cell, value: null, note: 'It was never printed.' }));
    await acceptChanges({
      ...(await submit(proposing('brazzaville-declaration', none))),
      agreement: 'brazzaville-declaration',
    });
    const before = await download();
    const [header = [], ...lines] = parse(before, { bom: true }) as string[][];
    const without = (names: RegExp) => {
      const keep = (_: string, at: number) => !names.test(header[at] ?? '');
      return toCsv(
        header.filter(keep),
        lines.map((line) => line.filter(keep).map(withoutEscape)),
      );
    };
    for (const table of [before, without(/^(criterion|value)$/), without(/^(cell|kind|value_.*)$/)]) {
      const { counts } = await reportOf(table);
      expect(counts).toMatchObject({ fault: 0, change: 0, same: counts?.rows });
    }
    expect(await download()).toBe(before);
  });
});

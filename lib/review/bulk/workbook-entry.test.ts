import { beforeAll, describe, expect, it } from 'vitest';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { workbook } from '@/lib/publication/packaging/workbook';
import { decideChanges } from '@/lib/review/decide';
import { makeZip } from '@/prisma/factories/files';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { checkBulkEntry, storeBulkEntry, uploadBulkEntry } from './bulk-entry';
import { readBulkEntry } from './bulk-list';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const EDITION = { origin: 'https://forum.example.org' };

type Field = string | number | Date | boolean | null;
type Sheets = { sheet: string; data: Field[][] }[];

/** The site's own workbook, as a program for spreadsheets reads it. */
const download = async () =>
  (await readExcelFile(Buffer.from(await workbook(await readDataset(), EDITION as never)))) as Sheets;

/** The sheets as such a program saves them. */
async function saved(sheets: Sheets): Promise<Buffer> {
  const cell = (value: Field) =>
    value === null
      ? null
      : value instanceof Date
        ? { value, type: Date, format: 'yyyy-mm-dd' }
        : {
            value: typeof value === 'number' ? value : String(value),
            type: typeof value === 'number' ? Number : String,
          };
  return writeExcelFile(
    sheets.map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map(cell)) })) as never,
  ).toBuffer();
}

async function upload(bytes: Buffer) {
  const uploaded = await uploadBulkEntry({ editor, fileName: 'agreements.xlsx', bytes });
  if (!uploaded.ok) throw new Error(uploaded.reason);
  const entry = await readBulkEntry(uploaded.id, editor.userId);
  if (!entry) throw new Error('there is no such entry');
  // A long table is checked by the job queue.
  if (entry.status === 'checking') await checkBulkEntry(uploaded.id);
  const checked = await readBulkEntry(uploaded.id, editor.userId);
  return { id: uploaded.id, report: checked?.report };
}

function cellsOf(sheets: Sheets) {
  const data = sheets.find(({ sheet }) => sheet === 'cells')?.data ?? [];
  const header = data[0] ?? [];
  return {
    data,
    at: (agreement: string, cell: string) => {
      const row = data.find(
        (one) => one[header.indexOf('agreement')] === agreement && one[header.indexOf('cell')] === cell,
      );
      if (!row) throw new Error(`no row of ${agreement} ${cell}`);
      return row;
    },
    column: (name: string) => header.indexOf(name),
    row: (fields: Record<string, Field>) => header.map((name) => fields[String(name)] ?? null),
  };
}

describe('the workbook of the site that comes back', () => {
  it('proposes nothing where it is unchanged', async () => {
    const { report } = await upload(Buffer.from(await workbook(await readDataset(), EDITION as never)));
    expect(report?.sheet).toBe('cells');
    expect(report?.counts?.rows).toBeGreaterThan(600);
    expect(report?.counts).toMatchObject({ change: 0, fault: 0, untouched: 0, same: report?.counts?.rows });
  });

  it('proposes exactly what was edited: a text, a date, a value of a criterion; a removed row changes nothing', async () => {
    const sheets = await download();
    const cells = cellsOf(sheets);
    cells.at('manrs', 'maintainer')[cells.column('value_text')] = '=A maintainer';
    cells.at('paris-call', 'launchDate')[cells.column('value_date')] = new Date('2018-11-13T00:00:00Z');
    cells.at('paris-call', 'launchDate')[cells.column('source')] = 'Its page';
    cells.at('tech-accord', 'report-vulnerabilities')[cells.column('value_text')] = 'Maybe';
    cells.data.splice(cells.data.indexOf(cells.at('gcsc', 'maintainer')), 1);
    const { id, report } = await upload(await saved(sheets));
    const left = report?.rows
      .filter(({ outcome }) => outcome !== 'same')
      .toSorted((one, other) => (one.agreement + one.criterion < other.agreement + other.criterion ? -1 : 1));
    expect(left).toMatchObject([
      { agreement: 'manrs', criterion: 'maintainer', outcome: 'change', proposed: '=A maintainer' },
      { agreement: 'paris-call', criterion: 'launchDate', outcome: 'change', proposed: '2018-11-13' },
      {
        agreement: 'tech-accord',
        outcome: 'fault',
        code: 'unknown_choice',
        column: 'value_text',
        given: 'Maybe',
        params: { allowed: 'yes, no, indirect, unclear, not_assessed' },
      },
    ]);
    const stored = await storeBulkEntry({ editor, id, comment: '' });
    expect(stored.ok).toBe(true);
  });

  it('knows a row that was left as it was while the dataset has changed', async () => {
    const sheets = await download();
    const before = (await readAgreementCells('tech-accord'))?.cells.summary;
    const { reference, changes } = await submit(
      proposing('tech-accord', [{ cell: 'summary', value: 'Another summary.', source: 'Its site' }]),
    );
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.summary ?? '', outcome: 'accept', seen: before?.version ?? 0, resolve: true }],
    });
    expect(decided.ok).toBe(true);
    const { report } = await upload(await saved(sheets));
    expect(report?.rows.filter(({ outcome }) => outcome !== 'same')).toMatchObject([
      { agreement: 'tech-accord', criterion: 'summary', outcome: 'untouched' },
    ]);
  });

  it('adds an agreement whose rows have one with its name, and no other', async () => {
    const sheets = await download();
    const cells = cellsOf(sheets);
    const source = 'The text of the code';
    cells.data.push(
      cells.row({ agreement: 'code-of-x', cell: 'name', value_text: 'Code of X for safer networks', source }),
      cells.row({ agreement: 'code-of-x', cell: 'launchDate', value_date: '2019-03', source }),
      cells.row({ agreement: 'code-of-x', cell: 'report-vulnerabilities', value_text: 'yes', source }),
      cells.row({ agreement: 'code-of-y', cell: 'launchDate', value_date: '2019-03', source }),
    );
    const { id, report } = await upload(await saved(sheets));
    const own = report?.rows.filter(({ agreement }) => agreement.startsWith('code-of-'));
    expect(own).toMatchObject([
      { criterion: 'name', outcome: 'change', isNew: true },
      { criterion: 'launchDate', outcome: 'change', isNew: true },
      { criterion: 'report-vulnerabilities', outcome: 'change', isNew: true },
      { criterion: 'launchDate', outcome: 'fault', code: 'unknown_agreement' },
    ]);
    const stored = await storeBulkEntry({ editor, id, comment: 'A new code' });
    if (!stored.ok) throw new Error(stored.reason);
    const proposals = await db.proposal.findMany({
      where: { contribution: { reference: stored.reference }, kind: 'new' },
      select: { agreementId: true, changes: { select: { key: true }, orderBy: { key: 'asc' } } },
    });
    expect(proposals).toEqual([
      { agreementId: null, changes: [{ key: 'launchDate' }, { key: 'name' }, { key: 'report-vulnerabilities' }] },
    ]);
  });
});

describe('a workbook that is none', () => {
  it.each([
    ['an archive of something else', makeZip([{ name: 'a.txt', content: 'x' }])],
    ['a part of one', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
  ])('is refused in words: %s', async (_, bytes) => {
    expect((await upload(bytes)).report?.problem?.code).toBe('workbook');
  });

  it('is refused if no sheet has a row of the columns', async () => {
    const bytes = await saved([{ sheet: 'Sheet1', data: [['one', 'two']] }]);
    expect((await upload(bytes)).report?.problem?.code).toBe('no_header');
  });
});

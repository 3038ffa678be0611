import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { CELL_COLUMNS } from '@/lib/publication/downloads/columns';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { listAgreements, listCriterionSets } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { discardBulkEntry, storeBulkEntry, uploadBulkEntry } from './bulk-entry';
import { readBulkEntry } from './bulk-list';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
beforeAll(async () => {
  editor = await makeEditor();
});

const COLUMNS = 'agreement,criterion,value,note,source,as_of,version';
async function upload(text: string) {
  const result = await uploadBulkEntry({ editor, fileName: 'cells.csv', bytes: Buffer.from(text) });
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}
async function reportOf(text: string) {
  const entry = await readBulkEntry(await upload(text), editor.userId);
  if (!entry) throw new Error('there is no such entry');
  return entry.report;
}
const rows = async (...lines: string[]) => (await reportOf([COLUMNS, ...lines].join('\r\n'))).rows;
const faults = async (...lines: string[]) => (await rows(...lines)).map(({ row, code, column }) => [row, code, column]);

const download = async () =>
  tableCsv(TABLES.cells({ agreements: await listAgreements(), criterionSets: await listCriterionSets() }), {
    bom: true,
  });

/** What the dataset holds is written over, past its history: only for what a download looks like. */
async function hold(slug: string, cells: Record<string, { value?: string; note: string; source: string }>) {
  const { id } = await db.agreement.findUniqueOrThrow({ where: { slug } });
  for (const [key, data] of Object.entries(cells))
    await db.cell.update({ where: { agreementId_key: { agreementId: id, key } }, data });
}

describe('a downloaded table that comes back', () => {
  it('proposes nothing: every row says what the dataset says', async () => {
    const report = await reportOf(await download());
    expect(report.counts?.rows).toBeGreaterThan(600);
    expect(report.counts).toEqual({
      rows: report.counts?.rows,
      same: report.counts?.rows,
      change: 0,
      untouched: 0,
      fault: 0,
      moved: 0,
    });
    expect(report.ignoredColumns).toEqual([
      ...['kind', 'decided_at', 'contribution'],
      ...['source_kind', 'source_key', 'confirmations', 'decided_by', 'verified_on', 'disputed'],
    ]);
  });

  it('proposes nothing of an agreement whose criteria were never assessed', async () => {
    const { slug } = await makeAgreement();
    const table = await download();
    expect(table).toContain(`${slug},supply-chain-integrity,assessment`);
    const { counts } = await reportOf(table);
    expect([counts?.same, counts?.change, counts?.fault]).toEqual([counts?.rows, 0, 0]);
  });

  it('proposes nothing for any text in the cells, with a semicolon or a tab as well', async () => {
    const words = fc
      .array(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', '＝', 'x', 'é', '𝒳', ' ', '|', '"";'),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('').trim());
    await fc.assert(
      fc.asyncProperty(
        words.filter(Boolean),
        words.filter(Boolean),
        words.filter(Boolean),
        async (value, note, source) => {
          await hold('manrs', { summary: { value, note, source }, 'specified-cbms': { note, source } });
          const report = await reportOf(await download());
          expect(report.counts).toMatchObject({ rows: report.counts?.same, fault: 0 });
        },
      ),
      { numRuns: 15 },
    );
    await hold('manrs', { summary: { value: 'Norms for routing.', note: 'A note', source: 'Its page' } });
  }, 60_000);

  it('proposes what was edited in it, and nothing else', async () => {
    const edited = (await download()).replace(
      /^(paris-call,specified-cbms,assessment,)[a-z_]+,.*,([a-z_]+)$/m,
      `$1unclear,,,To be read again,"Its text, part 2",,,,${','.repeat(EMPTY_PARTS)},specified-cbms,$2`,
    );
    const { counts, rows: reported } = await reportOf(edited);
    expect(counts).toMatchObject({ change: 1, fault: 0, moved: 0, same: (counts?.rows ?? 0) - 1 });
    expect(reported.find(({ outcome }) => outcome === 'change')).toMatchObject({
      agreement: 'paris-call',
      criterion: 'specified-cbms',
      proposed: 'unclear',
    });
  });

  it('tells rows that were left as they were from rows that were edited, when the dataset has moved on', async () => {
    const before = await download();
    const { reference, changes } = await submit(
      proposing('gcsc', [
        { cell: 'summary', value: 'A new summary.', source: 'Report' },
        { cell: 'specified-cbms', value: 'indirect', source: 'Report' },
      ]),
    );
    const cells = (await readAgreementCells('gcsc'))?.cells ?? {};
    const decisions = Object.entries(changes).map(([key, change]) => ({
      change,
      outcome: 'accept' as const,
      seen: cells[key]?.version ?? 0,
      resolve: false,
    }));
    expect(await decideChanges({ editor: await makeEditor(), reference, decisions })).toMatchObject({ ok: true });

    expect((await reportOf(before)).counts).toMatchObject({ untouched: 2, change: 0, fault: 0 });
    const edited = before.replace(
      /^(gcsc,specified-cbms,assessment,)[a-z_]+,.*$/m,
      `$1yes,,,,Its text,,,,1${','.repeat(EMPTY_PARTS)},specified-cbms,`,
    );
    const id = await upload(edited);
    expect((await readBulkEntry(id, editor.userId))?.report.counts).toMatchObject({
      untouched: 1,
      change: 1,
      moved: 1,
    });
    const stored = await storeBulkEntry({ editor, id, comment: 'Read once more.' });
    if (!stored.ok) throw new Error(stored.reason);
    const change = await db.proposedChange.findFirstOrThrow({
      where: { contribution: { reference: stored.reference } },
    });
    const { value, note, source } = cells['specified-cbms'] ?? {};
    expect(change).toMatchObject({
      key: 'specified-cbms',
      value: 'yes',
      baseVersion: 1,
      base: { value, note, source },
    });
  });
});

/** How many columns of values stand behind the version. */
const EMPTY_PARTS = CELL_COLUMNS.length - CELL_COLUMNS.findIndex(({ name }) => name === 'version') - 3;

describe('the report', () => {
  it('names what is wrong, row by row and column by column', async () => {
    expect(
      await faults(
        'no-such,maintainer,x,,y,,',
        'manrs,no-such,yes,,y,,',
        'manrs,specified-cbms,perhaps,,y,,',
        'manrs,launchDate,4/3/2019,,y,,',
        'manrs,signatories,five,,y,,',
        'manrs,link,javascript:alert(1),,y,,',
        'manrs,maintainer,,,y,,',
        'manrs,stakeholders,Somebody new,,,,',
        'manrs,definition-of-cyber-threats,yes,,y,13/2019,',
        'manrs,definition-of-cyber-attacks,yes,,y,,99',
        'manrs,reference-to-human-rights,yes,=A1+B1,y,,',
        'manrs,vulnerability-equities-processes,yes',
      ),
    ).toEqual([
      [2, 'unknown_agreement', 'agreement'],
      [3, 'unknown_criterion', 'criterion'],
      [4, 'unknown_choice', 'value'],
      [5, 'date_is_ambiguous', 'value'],
      [6, 'not_json', 'value'],
      [7, 'not_a_link', 'value'],
      [8, 'required', 'value'],
      [9, 'source_required', 'source'],
      [10, 'not_a_partial_date', 'as_of'],
      [11, 'unknown_version', 'version'],
      [12, 'formula', 'note'],
      [13, 'fields', 'agreement'],
    ]);
  });

  it('reads dates as people write them', async () => {
    expect(await rows('manrs,launchDate,November 2019,,y,,', 'gcsc,launchDate,31/12/2019,,y,12/2019,')).toMatchObject([
      { outcome: 'change', proposed: '2019-11' },
      { outcome: 'change', proposed: '2019-12-31' },
    ]);
  });

  it('is cut between whole characters, wherever a cut falls', async () => {
    for (const letters of [237, 238, 239, 240, 241]) {
      const text = `${'a'.repeat(letters)}👩‍👩‍👧 family`;
      const [row] = await rows(`manrs,maintainer,${text},,y,,`);
      expect(row).toMatchObject({ outcome: 'change' });
      expect(row?.proposed).toMatch(/^a+(👩‍👩‍👧)?…$/u);
    }
    const long = `${'b'.repeat(239)}😀😀`;
    await hold('manrs', { summary: { value: long, note: long, source: long } });
    expect((await rows('manrs,summary,Another,,y,,'))[0]?.stands).toBe(`${'b'.repeat(239)}…`);
  });

  it('refuses formulas of every kind, and takes them with an apostrophe before', async () => {
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
      expect(await faults(`manrs,maintainer,${sign}1+1,,y,,`)).toEqual([[2, 'formula', 'value']]);
      expect(await rows(`manrs,maintainer,'${sign}1+1,,y,,`)).toMatchObject([
        { outcome: 'change', proposed: `${sign}1+1` },
      ]);
    }
  });

  it('refuses both of two rows about one cell, and an agreement that is retired', async () => {
    expect(
      await rows('manrs,maintainer,a,,y,,', 'tech-accord,maintainer,a,,y,,', 'manrs,maintainer,b,,y,,'),
    ).toMatchObject([
      { code: 'double_row', params: { row: 4 } },
      { outcome: 'change' },
      { code: 'double_row', params: { row: 2 } },
    ]);
    await db.agreement.update({ where: { slug: 'arab-convention' }, data: { retiredAt: new Date() } });
    expect(await faults('arab-convention,maintainer,a,,y,,')).toEqual([[2, 'retired_agreement', 'agreement']]);
    await db.agreement.update({ where: { slug: 'arab-convention' }, data: { retiredAt: null } });
  });

  it('proposes a date beside its value', async () => {
    const id = await upload(`${COLUMNS}\nmanrs,maintainer,A society,,Its page,2020-05,\n`);
    const stored = await storeBulkEntry({ editor, id, comment: 'New.' });
    if (!stored.ok) throw new Error(stored.reason);
    expect(
      await db.proposedChange.findFirst({
        where: { contribution: { reference: stored.reference } },
        select: { source: true, asOf: true },
      }),
    ).toEqual({ source: 'Its page', asOf: '2020-05' });
    expect(await faults('manrs,maintainer,A society,,Its page,2199,')).toEqual([[2, 'date_in_future', 'as_of']]);
  });

  it('keeps why a file can’t be read, and nothing of the file', async () => {
    const id = await upload('\u00ff');
    expect(await readBulkEntry(await upload('just words'), editor.userId)).toMatchObject({
      status: 'unreadable',
      report: { problem: { code: 'no_header' } },
    });
    expect(await db.bulkEntry.findUnique({ where: { id }, select: { bytes: true, status: true } })).toEqual({
      bytes: null,
      status: 'unreadable',
    });
    expect(await storeBulkEntry({ editor, id, comment: 'x' })).toEqual({ ok: false, reason: 'not_allowed_in_status' });
  });

  it('is only for the editor who sent the file', async () => {
    const id = await upload(`${COLUMNS}\nmanrs,maintainer,Others,,y,,\n`);
    const other = await makeEditor();
    expect(await readBulkEntry(id, other.userId)).toBeNull();
    expect(await storeBulkEntry({ editor: other, id, comment: 'x' })).toEqual({ ok: false, reason: 'not_found' });
    expect(await discardBulkEntry({ editor: other, id })).toEqual({ ok: false, reason: 'not_found' });
  });
});

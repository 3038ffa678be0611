import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { checkBulkEntry, discardBulkEntry, storeBulkEntry, uploadBulkEntry } from './bulk-entry';
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

const fillers = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `no-such-${prefix}-${at},maintainer,x,,y,,`);

describe('storing', () => {
  const table = (value: string) =>
    [
      COLUMNS,
      `tech-accord,maintainer,${value},,Its page,,`,
      `charter-of-trust,maintainer,${value},A note,Its page,,`,
      `no-such,maintainer,${value},,Its page,,`,
    ].join('\n');

  it('makes one contribution with a proposal per agreement, leaving out what is wrong', async () => {
    const id = await upload(table('A circle'));
    const stored = await storeBulkEntry({ editor, id, comment: 'From the survey.' });
    if (!stored.ok) throw new Error(stored.reason);
    const row = await db.contribution.findUniqueOrThrow({
      where: { reference: stored.reference },
      select: {
        status: true,
        authorId: true,
        proposals: {
          orderBy: { position: 'asc' },
          select: {
            comment: true,
            agreement: { select: { slug: true } },
            changes: { select: { key: true, value: true, note: true, source: true } },
          },
        },
      },
    });
    const change = { key: 'maintainer', value: 'A circle', source: 'Its page' };
    expect(row).toEqual({
      status: 'submitted',
      authorId: editor.userId,
      proposals: [
        { comment: 'From the survey.', agreement: { slug: 'tech-accord' }, changes: [{ ...change, note: null }] },
        {
          comment: 'From the survey.',
          agreement: { slug: 'charter-of-trust' },
          changes: [{ ...change, note: 'A note' }],
        },
      ],
    });
    expect(await readBulkEntry(id, editor.userId)).toMatchObject({ status: 'stored', reference: stored.reference });
    expect(await storeBulkEntry({ editor, id, comment: 'Again' })).toEqual({ ok: true, reference: stored.reference });
    expect(await discardBulkEntry({ editor, id })).toEqual({ ok: false, reason: 'not_allowed_in_status' });
  });

  it('stores once, from however many windows at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await upload(table(`Round ${round}`));
      const results = await Promise.all(
        Array.from({ length: 5 }, () => storeBulkEntry({ editor, id, comment: 'Five windows.' })),
      );
      expect(new Set(results.map((one) => (one.ok ? one.reference : one.reason))).size).toBe(1);
      expect(await db.contribution.count({ where: { submissionKey: `bulk:${id}` } })).toBe(1);
    }
  }, 60_000);

  it('either stores or discards, at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await upload(table(`Torn ${round}`));
      const [stored, discarded] = await Promise.all([
        storeBulkEntry({ editor, id, comment: 'Torn.' }),
        discardBulkEntry({ editor, id }),
      ]);
      expect([stored.ok, discarded.ok].filter(Boolean)).toHaveLength(1);
      expect(await db.contribution.count({ where: { submissionKey: `bulk:${id}` } })).toBe(stored.ok ? 1 : 0);
      expect((await readBulkEntry(id, editor.userId))?.status).toBe(stored.ok ? 'stored' : 'discarded');
    }
  }, 60_000);

  it('is refused when the dataset has changed since the report, which is made anew', async () => {
    const id = await upload(table('Once more'));
    const { reference, changes } = await submit(
      proposing('tech-accord', [{ cell: 'maintainer', value: 'Once more', source: 'Its page' }]),
    );
    const decisions = [
      {
        change: changes.maintainer ?? '',
        outcome: 'accept' as const,
        seen: (await readAgreementCells('tech-accord'))?.cells.maintainer?.version ?? 0,
        resolve: true,
      },
    ];
    expect(await decideChanges({ editor: await makeEditor(), reference, decisions })).toMatchObject({ ok: true });
    expect(await storeBulkEntry({ editor, id, comment: 'Late.' })).toEqual({ ok: false, reason: 'stale' });
    expect(await db.contribution.count({ where: { submissionKey: `bulk:${id}` } })).toBe(0);
    expect((await readBulkEntry(id, editor.userId))?.report.counts).toMatchObject({ change: 1, same: 1, fault: 1 });
    expect(await storeBulkEntry({ editor, id, comment: 'Now.' })).toMatchObject({ ok: true });
  });

  it('stores nothing where nothing is proposed', async () => {
    const id = await upload(`${COLUMNS}\nno-such,maintainer,x,,y,,\n`);
    expect(await storeBulkEntry({ editor, id, comment: 'Nothing.' })).toEqual({
      ok: false,
      reason: 'nothing_to_decide',
    });
    expect(await discardBulkEntry({ editor, id })).toEqual({ ok: true });
    expect(await discardBulkEntry({ editor, id })).toEqual({ ok: true });
  });

  it('leaves a long file to the job queue, which says how far it is', async () => {
    const id = await upload([COLUMNS, 'manrs,maintainer,Many,,y,,', ...fillers('agreement', 9_000)].join('\n'));
    expect(await readBulkEntry(id, editor.userId)).toMatchObject({ status: 'checking', rowsChecked: 0 });
    const jobs = await db.$queryRaw<
      { payload: unknown }[]
    >`SELECT j.payload FROM graphile_worker._private_jobs j WHERE j.key = ${`check-bulk-entry:${id}`}`;
    expect(jobs).toEqual([{ payload: { entryId: id } }]);
    await checkBulkEntry(id);
    expect(await readBulkEntry(id, editor.userId)).toMatchObject({
      status: 'checked',
      rowsTotal: 9_001,
      rowsChecked: 9_001,
      report: { counts: { rows: 9_001, change: 1, fault: 9_000 } },
    });
    const checkedAt = await db.bulkEntry.findUniqueOrThrow({ where: { id }, select: { statusAt: true } });
    await checkBulkEntry(id);
    expect(await db.bulkEntry.findUniqueOrThrow({ where: { id }, select: { statusAt: true } })).toEqual(checkedAt);
  });
});

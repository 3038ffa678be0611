import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { readForReview } from '@/lib/review/review-page/review-page';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { placeInStatus } from '@/prisma/factories/past-triggers';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { countQueue, listQueue, nextInQueue, readQueue } from './queue';
import { queueFilter } from './schema';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
let other: Editor;
const sent: Record<'named' | 'hidden' | 'moved' | 'gcsc' | 'old', string> = {
  named: '',
  hidden: '',
  moved: '',
  gcsc: '',
  old: '',
};

const filterOf = (filter: Record<string, unknown>) => queueFilter.parse(filter);
const found = async (filter: Record<string, unknown>, userId = editor.userId) =>
  (await listQueue(filterOf(filter), userId)).rows.map((row) => row.reference);
const DAY = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

beforeAll(async () => {
  editor = await makeEditor();
  other = await makeEditor();
  const norm = (value: string) => ({ cell: 'supply-chain-integrity', value });
  sent.old = (await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'A ministry' }]))).reference;
  sent.moved = (
    await submit(proposing('manrs', [norm('unclear'), { cell: 'link', value: 'https://example.org/manrs' }]))
  ).reference;
  sent.gcsc = (await submit(proposing('gcsc', [norm('indirect')], 'Harbour Union'))).reference;
  const hidden = { anonymous: true, name: 'Hidden Person', affiliation: 'Hidden Institute', show: {} };
  sent.hidden = (await submit({ ...proposing('paris-call', [norm('no')]), about: hidden })).reference;
  sent.named = (
    await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'A dialogue of ports' }], 'Harbour Institute'))
  ).reference;
  await db.contribution.update({
    where: { reference: sent.old },
    data: { submittedAt: daysAgo(40), assigneeId: other.userId, assignedAt: new Date() },
  });
  await db.contribution.update({
    where: { reference: sent.gcsc },
    data: { assigneeId: editor.userId, assignedAt: new Date() },
  });
});

describe('the filters', () => {
  it.each([
    [{ assignee: 'mine' }, ['gcsc']],
    [{ assignee: 'none' }, ['named', 'hidden', 'moved']],
    [{ assignee: 'none', sort: 'oldest' }, ['moved', 'hidden', 'named']],
    [{ agreement: 'paris-call' }, ['named', 'hidden', 'old']],
    [{ agreement: 'nowhere' }, []],
    [{ criterion: 'supply-chain-integrity' }, ['hidden', 'gcsc', 'moved']],
    // One and the same cell, not one of each.
    [{ agreement: 'paris-call', criterion: 'supply-chain-integrity' }, ['hidden']],
    [{ olderThan: '30' }, ['old']],
    [{ olderThan: '30', sort: 'changed' }, ['old']],
    [{ olderThan: '41' }, []],
    [{ sort: 'oldest' }, ['old', 'moved', 'gcsc', 'hidden', 'named']],
    [{ call: '2020', assignee: 'none', agreement: 'paris-call' }, ['named', 'hidden']],
    [{ call: '1999', assignee: 'none' }, []],
    [{ q: 'harbour' }, ['named', 'gcsc']],
    [{ q: 'institute' }, ['named']],
    // Who wrote and what was written, together.
    [{ q: 'ports "harbour institute"' }, ['named']],
    [{ q: 'union ports' }, []],
    [{ q: 'hidden' }, []],
    [{ q: 'hidden person' }, []],
    [{ q: 'harbour', assignee: 'mine' }, ['gcsc']],
  ] as const)('%j', async (filter, expected) => {
    const references = expected.map((name) => sent[name]);
    expect(await found(filter)).toEqual(references);
    const { rows, counts } = await readQueue(filterOf({ ...filter, status: 'submitted' }), editor.userId);
    expect(rows.map((row) => row.reference)).toEqual(references);
    expect(counts).toMatchObject({
      submitted: { count: references.length, more: false },
      published: { count: 0, more: false },
    });
  });

  it('show who each is assigned to, and take a person by their id', async () => {
    const { rows } = await listQueue(filterOf({ assignee: other.userId }), editor.userId);
    expect(rows).toMatchObject([{ reference: sent.old, assignee: other.name }]);
    expect(await found({ assignee: 'mine' }, other.userId)).toEqual([sent.old]);
    expect(await found({ assignee: 'mine' }, '')).toEqual([]);
    expect(await found({ assignee: 'nobody-of-this-id' })).toEqual([]);
  });
});

describe('what is in conflict', () => {
  /** As the review page has it, which merges cell by cell. */
  async function conflicting(): Promise<string[]> {
    const { rows } = await listQueue(filterOf({ limit: 100 }), editor.userId);
    const states = await Promise.all(
      rows.map(async ({ reference }) =>
        ((await readForReview(reference, editor, 'en'))?.proposals ?? []).flatMap(({ changes }) => changes),
      ),
    );
    return rows.flatMap(({ reference }, at) =>
      states[at]?.some(({ state }) => state === 'conflict') ? [reference] : [],
    );
  }

  it('is what the review page says, before and after the dataset moves on', async () => {
    expect(await found({ conflict: '1' })).toEqual([]);
    const rival = await submit(proposing('manrs', [{ cell: 'link', value: 'https://example.org/other' }]));
    const same = await submit(proposing('manrs', [{ cell: 'link', value: 'https://example.org/third' }]));
    // Rivals of the same cell would be superseded; they are taken out of their way for as long as it is decided.
    await db.contribution.updateMany({
      where: { reference: { in: [sent.moved, same.reference] } },
      data: { status: 'declined' },
    });
    const cell = await db.cell.findFirst({
      where: { agreement: { slug: 'manrs' }, key: 'link' },
      select: { version: true },
    });
    const decisions = [
      { change: rival.changes.link ?? '', outcome: 'accept' as const, seen: cell?.version ?? 0, resolve: false },
    ];
    expect(await decideChanges({ editor, reference: rival.reference, decisions })).toMatchObject({
      ok: true,
      decided: 1,
    });
    await db.contribution.updateMany({
      where: { reference: { in: [sent.moved, same.reference] } },
      data: { status: 'submitted' },
    });

    expect(await found({ conflict: '1' })).toEqual([same.reference, sent.moved]);
    expect(await conflicting()).toEqual([same.reference, sent.moved]);
    expect(await found({ conflict: '1', agreement: 'manrs' })).toEqual([same.reference, sent.moved]);
    expect(await found({ conflict: '1', agreement: 'paris-call' })).toEqual([]);
    // A criterion that is proposed beside the cell in conflict is not the one in conflict.
    expect(await found({ conflict: '1', criterion: 'supply-chain-integrity' })).toEqual([]);
    expect(await countQueue(filterOf({ conflict: '1' }))).toMatchObject({ submitted: { count: 2, more: false } });
  });
});

describe('the next in the queue', () => {
  it('follows the order and the filter of each editor', async () => {
    expect(await nextInQueue(filterOf({ agreement: 'paris-call' }), sent.named, editor.userId)).toBe(sent.hidden);
    expect(await nextInQueue(filterOf({ agreement: 'paris-call' }), sent.old, editor.userId)).toBeNull();
    expect(await nextInQueue(filterOf({ agreement: 'paris-call', sort: 'oldest' }), sent.old, editor.userId)).toBe(
      sent.hidden,
    );
    expect(await nextInQueue(filterOf({ assignee: 'mine' }), sent.named, editor.userId)).toBe(sent.gcsc);
    expect(await nextInQueue(filterOf({}), 'BPF-2020-999', editor.userId)).toBeNull();
  });

  it('goes on from one that is no longer under the filter', async () => {
    await db.contribution.update({ where: { reference: sent.hidden }, data: { status: 'published' } });
    expect(
      await nextInQueue(filterOf({ status: 'submitted', agreement: 'paris-call' }), sent.hidden, editor.userId),
    ).toBe(sent.old);
    await placeInStatus({ reference: sent.hidden }, 'submitted');
  });
});

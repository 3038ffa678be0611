import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { readForReview } from '@/lib/review/review-page/review-page';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { nextInQueue } from './next';
import { countQueue, listQueue, readQueue } from './queue';
import type { QueueFilter } from './schema';
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
  it('follows the order and the filter, for whoever asks', async () => {
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
    await db.contribution.update({ where: { reference: sent.hidden }, data: { status: 'submitted' } });
  });
});

describe('page by page', () => {
  beforeAll(async () => {
    // Many at the same moment, so that the id decides; some of each status, call, editor and agreement.
    await db.$executeRaw`
      INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, current_revision, submitted_at, status_at, assignee_id, assigned_at, search)
      SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires LIMIT 1), 5000 + n, 'BPF-2020-' || 5000 + n,
        (ARRAY['submitted', 'changes_requested', 'published', 'declined', 'withdrawn'])[1 + n % 5]::contribution_status, 1,
        date_trunc('day', now()) - (n / 40) * interval '1 day', date_trunc('day', now()) - (n % 7) * interval '1 day',
        CASE WHEN n % 3 = 0 THEN ${editor.userId} END, CASE WHEN n % 3 = 0 THEN now() END, to_tsvector('simple', CASE WHEN n % 2 = 0 THEN 'even' ELSE 'odd' END)
      FROM calls c, generate_series(1, 400) n WHERE c.slug = '2020'`;
    await db.$executeRaw`
      INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), id, 1 FROM contributions WHERE number > 5000`;
    await db.$executeRaw`
      INSERT INTO proposals (id, contribution_id, revision_id, position, kind, agreement_id)
      SELECT gen_random_uuid(), c.id, r.id, 0, 'update', a.id FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
      JOIN agreements a ON a.slug = CASE WHEN c.number % 4 = 0 THEN 'gcsc' ELSE 'manrs' END WHERE c.number > 5000`;
    await db.$executeRaw`
      INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base_version, value, status)
      SELECT gen_random_uuid(), p.id, p.contribution_id, p.agreement_id, k.key, k.key, 1, '"yes"', CASE WHEN c.number % 9 = 0 THEN 'withdrawn' ELSE 'pending' END::change_status
      FROM contributions c JOIN proposals p ON p.contribution_id = c.id JOIN criteria k ON k.key IN ('supply-chain-integrity', 'specified-cbms') WHERE c.number > 5000`;
  });

  type Wanted = Pick<QueueFilter, 'status' | 'sort' | 'agreement' | 'criterion' | 'assignee' | 'q' | 'olderThan'>;
  const wanted = fc.record<Wanted>(
    {
      status: fc.constantFrom('submitted', 'published', 'withdrawn'),
      sort: fc.constantFrom('newest', 'oldest', 'changed'),
      agreement: fc.constantFrom('gcsc', 'manrs'),
      criterion: fc.constant('specified-cbms'),
      assignee: fc.constantFrom('mine', 'none'),
      q: fc.constantFrom('even', 'odd'),
      olderThan: fc.constantFrom(2, 5),
    },
    { requiredKeys: [] },
  );

  it('every sort gives each row once, in order, under any filter, and as many as are counted', async () => {
    await fc.assert(
      fc.asyncProperty(wanted, fc.integer({ min: 7, max: 60 }), async (filter, limit) => {
        const rows = await everyPage({ ...filter, limit });
        expect(new Set(rows.map((row) => row.reference)).size).toBe(rows.length);
        expect(rows.map((row) => row.reference).toSorted()).toEqual((await byHand(filter)).toSorted());
        const moments = rows.map((row) => (filter.sort === 'changed' ? row.changedAt : row.submittedAt));
        expect(moments).toEqual(filter.sort === 'oldest' ? moments.toSorted() : moments.toSorted().reverse());
        const counts = await countQueue(filter, editor.userId);
        if (filter.status) expect(counts[filter.status]).toEqual({ count: rows.length, more: false });
      }),
      { numRuns: 40 },
    );
  });

  async function everyPage(filter: QueueFilter) {
    const rows = [];
    let after: QueueFilter['after'];
    do {
      const page = await listQueue({ ...filter, after }, editor.userId);
      rows.push(...page.rows);
      after = page.next === null ? undefined : filterOf({ sort: filter.sort, after: page.next }).after;
    } while (after);
    return rows;
  }

  /** The same, row by row and without any index in mind. */
  async function byHand({ status, agreement, criterion, assignee, q, olderThan }: Wanted): Promise<string[]> {
    const rows = await db.contribution.findMany({
      where: {
        status: status ?? { not: 'draft' },
        ...(assignee && { assigneeId: assignee === 'mine' ? editor.userId : null }),
        ...(olderThan && { submittedAt: { lt: daysAgo(olderThan) } }),
        ...((agreement || criterion) && {
          proposedChanges: {
            some: {
              status: { not: 'withdrawn' },
              ...(agreement && { agreement: { slug: agreement } }),
              ...(criterion && { criterionKey: criterion }),
            },
          },
        }),
        ...(q && { number: { gt: 5000 } }),
      },
      select: { reference: true, number: true },
    });
    return rows
      .filter(({ number }) => !q || (number ?? 0) % 2 === (q === 'even' ? 0 : 1))
      .map(({ reference }) => reference ?? '');
  }
});

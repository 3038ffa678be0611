import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { CellContent } from '@/lib/agreements/schema';
import { DECIDABLE } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import { mergeCell } from '@/lib/review/merge';
import type { Proposed } from '@/lib/review/merge';
import { makeEditor } from '@/prisma/factories/people';
import { writeInAnyStatus } from '@/prisma/factories/past-triggers';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { isLate } from './deadline';
import { listQueue, nextInQueue, readQueue } from './queue';
import { isByChange, QUEUE_SORTS, QUEUE_STATUSES, queueFilter } from './schema';
import type { QueueFilter, QueueStatus } from './schema';

useTestDatabase();

const CONTRIBUTIONS = 300;
const AGREEMENTS = ['gcsc', 'manrs', 'paris-call'];
/** The last is a cell that none of these agreements has: as one that was removed. */
const KEYS = ['supply-chain-integrity', 'specified-cbms', 'link', 'contactPoint'];
const WORDS = ['even', 'third', 'harbour', 'union'];

let editor: string;

beforeAll(async () => {
  editor = (await makeEditor()).userId;
  await db.$executeRaw`
    INSERT INTO calls (id, slug, opens_at, closes_at, time_zone, accepts_late, published, texts)
    SELECT gen_random_uuid(), '2019', opens_at, closes_at, time_zone, accepts_late, published, texts FROM calls WHERE slug = '2020'`;
  // Many at the same moment, so that the id decides the order; some drafts, of which some were withdrawn before they
  // were sent.
  await writeInAnyStatus(
    (tx) => tx.$executeRaw`
    INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, anonymous, current_revision, submitted_at, status_at, assignee_id, assigned_at, search)
    SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires LIMIT 1), n, 'BPF-' || c.slug || '-' || 5000 + n,
      (ARRAY['submitted', 'submitted', 'changes_requested', 'published', 'declined', 'withdrawn', 'draft'])[1 + n % 7]::contribution_status,
      n % 10 = 0, 1, CASE WHEN n % 7 <> 6 AND n % 35 <> 5 THEN date_trunc('day', now()) - (n / 15) * interval '1 day' - interval '1 hour' END,
      date_trunc('day', now()) - (n % 5) * interval '1 day', CASE WHEN n % 3 = 0 THEN ${editor} END, CASE WHEN n % 3 = 0 THEN now() END,
      to_tsvector('simple', concat_ws(' ', CASE WHEN n % 2 = 0 THEN 'even' ELSE 'odd' END, CASE WHEN n % 3 = 1 THEN 'third' END))
    FROM generate_series(1, ${CONTRIBUTIONS}::int) n JOIN calls c ON c.slug = CASE WHEN n % 4 = 0 THEN '2019' ELSE '2020' END`,
  );
  await db.$executeRaw`
    INSERT INTO contacts (contribution_id, affiliation, name)
    SELECT id, CASE WHEN number % 5 < 2 THEN 'Harbour Union' WHEN number % 5 = 2 THEN 'Harbour' END, 'Officer' FROM contributions WHERE number % 6 <> 1`;
  await db.$executeRaw`INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), id, 1 FROM contributions`;
  await db.$executeRaw`
    INSERT INTO proposals (id, contribution_id, revision_id, position, question_key, kind, agreement_id)
    SELECT gen_random_uuid(), c.id, r.id, 0, 'proposals', 'update', a.id FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
    JOIN agreements a ON a.slug = (${AGREEMENTS}::text[])[1 + c.number % 3] WHERE c.number % 8 <> 0`;
  // Written against the present, the former or no content; proposing the cell's value, another one, or only an empty
  // note.
  await writeInAnyStatus(
    (tx) => tx.$executeRaw`
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base_version, base, value, note, source, status)
    SELECT gen_random_uuid(), p.id, c.id, p.agreement_id, k.key, (SELECT key FROM criteria WHERE key = k.key),
      CASE WHEN c.number % 11 < 4 THEN 0 ELSE 1 END,
      CASE WHEN c.number % 11 = 0 THEN NULL WHEN c.number % 11 < 4 THEN '{"value": "earlier", "note": null, "source": null}'
        WHEN d.key IS NOT NULL THEN jsonb_build_object('value', d.value, 'note', d.note, 'source', d.source, 'asOf', d.as_of) END,
      CASE WHEN c.number % 2 = 0 THEN coalesce(d.value, '"yes"') ELSE '"another"' END, (ARRAY[NULL, '', 'A note.'])[1 + c.number % 3], NULL,
      (ARRAY['pending', 'pending', 'accepted', 'withdrawn'])[1 + (c.number + k.place) % 4]::change_status
    FROM contributions c JOIN proposals p ON p.contribution_id = c.id
    JOIN unnest(${KEYS}::text[]) WITH ORDINALITY AS k(key, place) ON (c.number + k.place) % 3 = 0
    LEFT JOIN cells d ON d.agreement_id = p.agreement_id AND d.key = k.key`,
  );
  known = await readKnown();
  proposers = countProposers();
});

type Known = {
  reference: string;
  id: string;
  status: string;
  call: string;
  assignee: string | null;
  submittedAt: Date | null;
  statusAt: Date;
  words: Set<string>;
  cells: { key: string; agreement: string; criterion: string | null; status: string; conflict: boolean }[];
};
const cellOf = ({ agreement, key }: Known['cells'][number]) => `${agreement} ${key}`;
const isOpen = ({ status }: Known) => (DECIDABLE as readonly string[]).includes(status);

/** How many open contributions propose something for a cell that is not decided. */
function countProposers(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of known.filter(isOpen))
    for (const cell of one.cells.filter(({ status }) => status === 'pending'))
      counts.set(cellOf(cell), (counts.get(cellOf(cell)) ?? 0) + 1);
  return counts;
}
let known: Known[];
let proposers: Map<string, number>;

/** All there is, read without any filter. */
async function readKnown(): Promise<Known[]> {
  const cells = await db.cell.findMany({
    select: { agreementId: true, key: true, value: true, note: true, source: true, asOf: true },
  });
  const current = new Map(cells.map(({ agreementId, key, ...cell }) => [`${agreementId} ${key}`, cell as CellContent]));
  const rows = await db.contribution.findMany({
    select: {
      ...{
        id: true,
        reference: true,
        number: true,
        status: true,
        anonymous: true,
        assigneeId: true,
        submittedAt: true,
      },
      ...{ statusAt: true, call: { select: { slug: true } }, contact: { select: { affiliation: true, name: true } } },
      proposedChanges: {
        select: {
          ...{ agreementId: true, key: true, criterionKey: true, status: true, base: true, value: true, note: true },
          ...{ source: true, asOf: true, agreement: { select: { slug: true } } },
        },
      },
    },
  });
  return rows.map(({ id, reference, number, status, anonymous, assigneeId, submittedAt, statusAt, ...row }) => ({
    ...{ id, reference: reference ?? '', status, call: row.call.slug, assignee: assigneeId, submittedAt, statusAt },
    words: new Set([
      (number ?? 0) % 2 === 0 ? 'even' : 'odd',
      ...((number ?? 0) % 3 === 1 ? ['third'] : []),
      ...(anonymous ? [] : `${row.contact?.affiliation ?? ''} ${row.contact?.name ?? ''}`.toLowerCase().split(' ')),
    ]),
    cells: row.proposedChanges.map(({ agreementId, agreement, key, criterionKey, base, ...change }) => ({
      key,
      agreement: agreement?.slug ?? '',
      criterion: criterionKey,
      status: change.status,
      conflict:
        change.status === 'pending' &&
        mergeCell(base as CellContent | null, current.get(`${agreementId} ${key}`) ?? null, change as Proposed) ===
          'conflict',
    })),
  }));
}

/** The filter without any index in mind: one contribution after the other. */
function passes(one: Known, filter: QueueFilter): boolean {
  const { call, assignee, olderThan, q, agreement, criterion, conflict, rivals } = filter;
  const cells = one.cells.filter(
    (cell) =>
      (conflict ? cell.conflict : cell.status !== 'withdrawn') &&
      (!rivals || (cell.status === 'pending' && isOpen(one) && (proposers.get(cellOf(cell)) ?? 0) > 1)) &&
      (agreement === undefined || cell.agreement === agreement) &&
      (criterion === undefined || cell.criterion === criterion),
  );
  const editorId = assignee === 'none' ? null : assignee === 'mine' ? editor : assignee;
  const before = Date.now() - (olderThan ?? 0) * 24 * 3_600_000;
  return (
    one.status !== 'draft' &&
    one.submittedAt !== null &&
    (call === undefined || one.call === call) &&
    (editorId === undefined || one.assignee === editorId) &&
    (olderThan === undefined || one.submittedAt.getTime() < before) &&
    ((agreement ?? criterion ?? conflict ?? rivals) === undefined || cells.length > 0) &&
    passesMarks(one, filter) &&
    (q === undefined || q.split(' ').every((word) => one.words.has(word)))
  );
}

const nonePending = ({ cells }: Known) => cells.every(({ status }) => status !== 'pending');
const isDecided = (one: Known) =>
  ['submitted', 'changes_requested'].includes(one.status) &&
  nonePending(one) &&
  one.cells.some(({ status }) => status === 'accepted');
const passesMarks = (one: Known, { decided, late }: QueueFilter) =>
  (!decided || isDecided(one)) && (!late || isLate({ status: one.status, changedAt: one.statusAt.toISOString() }));
const isReady = (one: Known) => one.status === 'submitted' && nonePending(one);

function expectedOrder(filter: QueueFilter): string[] {
  const moment = (one: Known) =>
    (isByChange(filter.sort ?? 'newest') ? one.statusAt : (one.submittedAt ?? one.statusAt)).getTime();
  const newest = (one: Known, other: Known) => moment(other) - moment(one) || (one.id < other.id ? 1 : -1);
  const passing = known.filter((one) => passes(one, filter)).sort(newest);
  return (['oldest', 'promised'].includes(filter.sort ?? 'newest') ? passing.reverse() : passing)
    .filter((one) => (filter.status === undefined || one.status === filter.status) && (!filter.ready || isReady(one)))
    .map(({ reference }) => reference);
}

const filters = fc.record<QueueFilter>(
  {
    status: fc.constantFrom(...QUEUE_STATUSES),
    sort: fc.constantFrom(...QUEUE_SORTS),
    call: fc.constantFrom('2019', '2020', '1999'),
    agreement: fc.constantFrom(...AGREEMENTS, 'nowhere'),
    criterion: fc.constantFrom(...KEYS),
    conflict: fc.constant(true as const),
    assignee: fc.constantFrom('mine', 'none', 'another'),
    q: fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(' ')),
    olderThan: fc.constantFrom(2, 5),
    ready: fc.constant(true as const),
    decided: fc.constant(true as const),
    rivals: fc.constant(true as const),
    late: fc.constant(true as const),
  },
  { requiredKeys: [] },
);

async function everyPage(filter: QueueFilter): Promise<string[]> {
  const references: string[] = [];
  let after: QueueFilter['after'];
  do {
    const page = await listQueue({ ...filter, after }, editor);
    expect(page.rows.length > 0 || page.next === null, 'an empty page is the last one').toBe(true);
    references.push(...page.rows.map(({ reference }) => reference));
    after = page.next === null ? undefined : queueFilter.parse({ sort: filter.sort, after: page.next }).after;
  } while (after);
  return references;
}

it('lists and counts under any filter what a plain reading of all contributions gives, in its order', async () => {
  const [fewest, most] = [known.filter((one) => passes(one, { conflict: true })).length, known.length];
  expect(fewest).toBeGreaterThan(10);
  expect(fewest).toBeLessThan(most - 10);
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 7, max: 60 }), async (filter, limit) => {
      const expected = expectedOrder(filter);
      expect(await everyPage({ ...filter, limit })).toEqual(expected);
      const { rows, counts } = await readQueue({ ...filter, limit }, editor);
      expect(rows.map(({ reference }) => reference)).toEqual(expected.slice(0, limit));
      const counted = (status: QueueStatus, ready?: true) => ({
        count: expectedOrder({ ...filter, status, ready }).length,
        more: false,
      });
      expect(counts).toEqual({
        ...Object.fromEntries(QUEUE_STATUSES.map((status) => [status, counted(status)])),
        ready: counted('submitted', true),
      });
    }),
    { numRuns: 150 },
  );
});

it('gives under any filter the next contribution, also if the present one does not match the filter', async () => {
  const sent = known.filter(({ status, submittedAt }) => status !== 'draft' && submittedAt !== null);
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(...sent), async (filter, one) => {
      const order = expectedOrder({ sort: filter.sort });
      const passing = new Set(expectedOrder(filter));
      const following = order.slice(order.indexOf(one.reference) + 1).find((reference) => passing.has(reference));
      expect(await nextInQueue(filter, one.reference, editor)).toBe(following ?? null);
    }),
    { numRuns: 60 },
  );
});

import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { writeInAnyStatus } from '@/prisma/factories/past-triggers';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { countQueue, listQueue } from './queue';
import { queueFilter } from './schema';
import { readSearchTerms } from './search-terms';

useTestDatabase();

const list = (filter: Record<string, unknown> = {}) => listQueue(queueFilter.parse(filter));
const references = async (filter: Record<string, unknown>) => (await list(filter)).rows.map((row) => row.reference);
const NOTHING = { count: 0, more: false };

let eastWest: string;
let anonymous: string;
let plain: string;

beforeAll(async () => {
  eastWest = (await submit(eastWestSubmission())).reference;
  const hidden = { anonymous: true, name: 'Hidden Person', affiliation: 'Hidden Institute', show: {} };
  anonymous = (
    await submit({
      answers: { comments: 'Supply chains, anti-botnet work and example.net.' },
      about: hidden,
      consent: true,
    })
  ).reference;
  plain = (
    await submit(
      proposing('gcsc', [
        { cell: 'maintainer', value: 'A secretariat' },
        { cell: 'link', value: 'https://example.org/' },
      ]),
    )
  ).reference;
});

describe('the queue', () => {
  it('shows the newest first, who wrote each and how many cells wait', async () => {
    const { rows, next } = await list();
    expect(next).toBeNull();
    expect(rows.map(({ submittedAt: _, changedAt: __, ...row }) => row)).toEqual([
      {
        reference: plain,
        call: '2020',
        status: 'submitted',
        who: null,
        anonymous: false,
        assignee: null,
        pending: 2,
        total: 2,
        revision: 1,
        replied: false,
        onBehalf: null,
      },
      {
        reference: anonymous,
        call: '2020',
        status: 'submitted',
        who: null,
        anonymous: true,
        assignee: null,
        pending: 0,
        total: 0,
        revision: 1,
        replied: false,
        onBehalf: null,
      },
      {
        reference: eastWest,
        call: '2020',
        status: 'submitted',
        who: 'EastWest Institute',
        anonymous: false,
        assignee: null,
        pending: 3,
        total: 3,
        revision: 1,
        replied: false,
        onBehalf: null,
      },
    ]);
    expect(rows.map((row) => row.submittedAt)).toEqual(
      rows
        .map((row) => row.submittedAt)
        .toSorted()
        .reverse(),
    );
  });

  it('never names an anonymous contributor, however the search is worded', async () => {
    expect(await db.contact.count({ where: { name: 'Hidden Person', affiliation: 'Hidden Institute' } })).toBe(1);
    for (const filter of [{}, { q: anonymous }, { q: 'botnet' }]) {
      const page = await list(filter);
      expect(page.rows.map((row) => row.reference)).toContain(anonymous);
      expect(JSON.stringify(page)).not.toContain('Hidden');
    }
    expect(await references({ q: 'Hidden' })).toEqual([]);
  });

  it('goes from page to page without missing or repeating a row', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ limit: 1, ...(after && { after }) });
      expect(page.rows).toHaveLength(1);
      seen.push(...page.rows.map((row) => row.reference));
      after = page.next;
    } while (after);
    expect(seen).toEqual([plain, anonymous, eastWest]);
  });

  it('filters by status and call', async () => {
    expect(await references({ status: 'published' })).toEqual([]);
    expect(await references({ status: 'submitted', call: '2020' })).toEqual([plain, anonymous, eastWest]);
    expect(await references({ call: '1999' })).toEqual([]);
  });

  it('shows no draft', async () => {
    const call = await db.call.findFirstOrThrow({ select: { id: true, questionnaires: { select: { id: true } } } });
    await db.contribution.create({ data: { callId: call.id, questionnaireId: call.questionnaires[0]?.id ?? '' } });
    expect(await references({})).toEqual([plain, anonymous, eastWest]);
  });

  it.each([
    ['supply chains', () => [anonymous, eastWest]],
    ['suppl', () => [anonymous, eastWest]],
    ['suppl chains', () => []],
    ['chain', () => [anonymous, eastWest]],
    ['"policy dialogues"', () => [eastWest]],
    ['"dialogues policy"', () => []],
    ['anti-botnet', () => [anonymous]],
    ['example.net', () => [anonymous]],
    ['SECRETARIAT', () => [plain]],
    ["it's \\ ':* & | ! ( <->", () => []],
    ['"', () => [plain, anonymous, eastWest]],
  ])('finds %s', async (q, expected) => {
    expect(await references({ q })).toEqual(expected());
    expect(await countQueue({ q })).toMatchObject({
      submitted: { count: expected().length, more: false },
      published: NOTHING,
    });
  });

  it('finds a reference, however it is written', async () => {
    expect(await references({ q: ` ${eastWest.toLowerCase()} ` })).toEqual([eastWest]);
    expect(await references({ q: eastWest, status: 'published' })).toEqual([]);
    expect(await countQueue({ q: eastWest })).toMatchObject({ submitted: { count: 1, more: false } });
  });

  it('counts what waits down as cells are decided', async () => {
    const change = await db.proposedChange.findFirstOrThrow({
      where: { contribution: { reference: plain }, key: 'link' },
      select: { id: true },
    });
    const decisions = [{ change: change.id, outcome: 'reject' as const, reason: 'Not an address of its own.' }];
    expect(await decideChanges({ editor: await makeEditor(), reference: plain, decisions })).toMatchObject({
      ok: true,
    });
    expect((await list({ q: plain })).rows).toMatchObject([{ pending: 1, total: 2 }]);
  });
});

describe('with many contributions', () => {
  beforeAll(async () => {
    // 7,300 older ones: more than are looked through. `lately` and `formerly` hit more than are sorted, `formerly` in the oldest only.
    await writeInAnyStatus(
      (tx) => tx.$executeRaw`
      INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, current_revision, submitted_at, search)
      SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires LIMIT 1), 1000 + n, 'BPF-2020-' || 1000 + n, 'submitted', 1, now() - n * interval '1 hour',
        to_tsvector('simple', concat_ws(' ', 'everywhere', CASE WHEN n > 5200 THEN 'formerly' END, CASE WHEN n > 998 AND n <= 3100 THEN 'lately' END,
          CASE WHEN n > 5000 AND n <= 5900 THEN 'seldom' END, CASE WHEN n = 2900 THEN 'once' END))
      FROM calls c, generate_series(1, 7300) n WHERE c.slug = '2020'`,
    );
  });

  it('counts up to 250 and says that there are more', async () => {
    expect(await countQueue({})).toMatchObject({ submitted: { count: 250, more: true }, published: NOTHING });
    // Of what is frequent, some of the newest are looked at; of what has too many hits elsewhere, some of these.
    expect(await countQueue({ q: 'everywhere' })).toMatchObject({
      submitted: { count: 250, more: true },
      published: NOTHING,
    });
    expect(await countQueue({ q: 'formerly' })).toMatchObject({ submitted: { count: 250, more: true } });
    expect(await countQueue({ q: 'seldom' })).toMatchObject({ submitted: { count: 250, more: true } });
  });

  it('finds a frequent word, a rare one, and one that occurs in old contributions only', async () => {
    expect((await references({ q: 'everywhere' })).slice(0, 2)).toEqual(['BPF-2020-1001', 'BPF-2020-1002']);
    expect(await references({ q: 'lately', limit: 2 })).toEqual(['BPF-2020-1999', 'BPF-2020-2000']);
    expect(await references({ q: 'seldom', limit: 2 })).toEqual(['BPF-2020-6001', 'BPF-2020-6002']);
    expect(await references({ q: 'once' })).toEqual(['BPF-2020-3900']);
  });

  it.each([
    ['lately', 2_102],
    ['seldom', 900],
    ['formerly', 2_100],
  ])('reaches every hit of "%s", page by page, and no more', async (q, hits) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ q, limit: 100, ...(after && { after }) });
      seen.push(...page.rows.map((row) => row.reference));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(hits);
    expect(new Set(seen).size).toBe(hits);
  });
});

describe('the search field', () => {
  it('is read as a reference, or as words with phrases and a beginning', () => {
    expect(readSearchTerms('bpf-2020-007')).toEqual({ reference: 'BPF-2020-007' });
    expect(readSearchTerms('BPF-2020-7')).toEqual({ reference: 'BPF-2020-007' });
    expect(readSearchTerms('norms "supply chain" secur')).toEqual({ whole: ['norms', 'supply chain'], begun: 'secur' });
    expect(readSearchTerms('norms anti-')).toEqual({ whole: ['norms', 'anti'], begun: null });
    expect(readSearchTerms('   ')).toBeNull();
  });

  it('refuses a place that no page of the queue has given', () => {
    for (const after of ['x', Buffer.from('2020-01-01 1').toString('base64url'), 'x'.repeat(500)]) {
      expect(queueFilter.safeParse({ after }).success).toBe(false);
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '@/lib/platform/rate-limit/constants';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { eastWestSubmission, proposing } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { json, send } from './post-submission';
import type { Sent } from './post-submission';

useTestDatabase();

type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  reason: string;
  issues?: { path: string; code: string; detail: string }[];
};
const proposal = (...changes: Parameters<typeof proposing>[1]) => json(proposing('gcsc', changes));
const stored = () => db.contribution.count();

/** Expects a problem in words and nothing stored. Returns the answer. */
async function refused(sent: Sent, status: number, reason: string): Promise<Problem> {
  const before = await stored();
  const response = await send(sent);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Problem; // checked field by field below
  expect(problem).toMatchObject({ status, reason });
  expect(response.status).toBe(status);
  expect(problem.detail).toMatch(/^[A-Z].+\.$/);
  for (const issue of problem.issues ?? []) expect(issue.detail).toMatch(/^[A-Z].+\.$/);
  expect(await stored()).toBe(before);
  return problem;
}

/** Expects exactly this fault in this place. */
async function faulty(body: string, path: string, code: string): Promise<void> {
  const { issues } = await refused({ body }, 422, 'invalid');
  expect(issues?.map((issue) => [issue.path, issue.code])).toEqual([[path, code]]);
}

describe('a submission that can’t be accepted', () => {
  beforeAll(async () => {
    const questions = (await db.questionnaire.findFirstOrThrow({ select: { content: true } })).content ?? {};
    const hour = 3_600_000;
    const call = (slug: string, opens: number, closes: number, published = true) => ({
      slug,
      opensAt: new Date(Date.now() + opens * hour),
      closesAt: new Date(Date.now() + closes * hour),
      timeZone: 'UTC',
      acceptsLate: false,
      published,
      texts: {},
    });
    for (const data of [call('closed', -2, -1), call('coming', 1, 2), call('unpublished', -1, 1, false)]) {
      await db.call.create({
        data: { ...data, questionnaires: { create: { version: 1, publishedAt: new Date(), content: questions } } },
      });
    }
  });

  it.each(['1999', 'unpublished', '\0', 'x'.repeat(5_000)])(
    'is rejected for a call that does not exist: %j',
    async (call) => {
      await refused({ call, body: json(eastWestSubmission()) }, 404, 'unknown_call');
    },
  );

  it('is rejected when its network has sent too many, with the time to retry', async () => {
    const factor = env().LIMITS_FACTOR;
    env().LIMITS_FACTOR = 1 / ENDPOINTS.api.points;
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address }, body: '{}' });
    expect((await send(from('192.0.2.1'))).status).toBe(422);
    const response = await send(from('192.0.2.99'));
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_000);
    await refused(from('192.0.2.100'), 429, 'too_many_requests');
    expect((await send(from('198.51.100.1'))).status).toBe(422);
    env().LIMITS_FACTOR = factor;
  });

  it('is rejected for a call that has closed or has not opened', async () => {
    await refused({ call: 'closed', body: json(eastWestSubmission()) }, 409, 'call_closed');
    await refused({ call: 'coming', body: json(eastWestSubmission()) }, 409, 'call_not_open');
  });

  it.each([
    ['nothing', undefined],
    ['half of it', json(eastWestSubmission()).slice(0, 500)],
    ['another language', '<contribution/>'],
    ['brackets without end', `{"consent":true,"proposals":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is rejected as malformed: %s', async (_, body) => {
    await refused({ body }, 400, 'malformed');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'is rejected for its type: %s',
    async (type) => {
      await refused({ headers: { 'Content-Type': type }, body: json(eastWestSubmission()) }, 415, 'unsupported_type');
    },
  );

  it.each([undefined, '17', '3000000'])(
    'is rejected as too large, with or without a stated length: %s',
    async (length) => {
      let read = 0;
      const endless = new ReadableStream({
        pull(stream) {
          read += 64 * 1024;
          stream.enqueue(new Uint8Array(64 * 1024).fill(32));
        },
      });
      await refused(
        { headers: length === undefined ? {} : { 'Content-Length': length }, body: endless },
        413,
        'too_large',
      );
      expect(read).toBeLessThan(3 * 1024 * 1024);
    },
  );

  it('is rejected for a question that the questionnaire does not have', async () => {
    const { issues } = await refused(
      { body: json({ answers: { comments: 'Yes', favourite: 'Blue', other: 'x' }, consent: true }) },
      422,
      'invalid',
    );
    expect(issues?.map((issue) => [issue.path, issue.code])).toEqual([
      ['answers.favourite', 'unknown_field'],
      ['answers.other', 'unknown_field'],
    ]);
  });

  it('is rejected for a criterion or an agreement that does not exist', async () => {
    await faulty(proposal({ cell: 'no-such-norm', value: 'yes' }), 'proposals.0.changes.0.cell', 'unknown_criterion');
    const project = { title: 'A project', description: 'Of ours', criteria: ['no-such-norm'] };
    await faulty(json({ projects: [project], consent: true }), 'projects.0.criteria.0', 'unknown_criterion');
    await faulty(
      json(proposing('atlantis', [{ cell: 'name', value: 'Atlantis' }])),
      'proposals.0.agreement',
      'unknown_agreement',
    );
    await faulty(
      json({ signatories: [{ agreement: 'gcsc' }, { agreement: 'atlantis' }], consent: true }),
      'signatories.1.agreement',
      'unknown_agreement',
    );
  });

  it('is rejected for proposing a cell twice, or an agreement twice', async () => {
    const change = { cell: 'supply-chain-integrity', value: 'yes' };
    await faulty(proposal(change, change), 'proposals.0.changes.1.cell', 'cell_proposed_twice');
    const twice = proposing('gcsc', [change]).proposals ?? [];
    await faulty(
      json({ proposals: [...twice, ...twice], consent: true }),
      'proposals.1.agreement',
      'agreement_named_twice',
    );
  });

  it.each([
    ['launchDate', '2019-13', '', 'not_a_partial_date'],
    ['launchDate', 2019, '', 'not_a_partial_date'],
    ['link', 'javascript:alert(1)', '', 'not_a_link'],
    ['space', 'outer-space', '', 'unknown_choice'],
    ['signatories', { count: -1 }, '.count', 'not_a_number'],
    ['signatories', { count: 1.5 }, '.count', 'not_a_number'],
    ['uniqueElements', 'one', '', 'invalid'],
    ['name', null, '', 'not_text'],
    ['supply-chain-integrity', 'maybe', '', 'unknown_choice'],
    ['supply-chain-integrity', true, '', 'unknown_choice'],
  ])('is rejected for giving %s the invalid value %s', async (cell, value, within, code) => {
    await faulty(proposal({ cell, value }), `proposals.0.changes.0.value${within}`, code);
  });

  it.each(['\u0000', '\u0007', '\u009F', '\uD800', '\u200B', '\u2060\u3164', ' \u2028 '])(
    'is rejected for having no visible content: %j',
    async (text) => {
      await faulty(json({ answers: { comments: text }, consent: true }), '', 'nothing_to_submit');
      await faulty(proposal({ cell: 'maintainer', value: text }), 'proposals.0.changes.0.value', 'required');
      await faulty(
        json({ projects: [{ title: 'A project', description: text }], consent: true }),
        'projects.0.description',
        'required',
      );
    },
  );

  it('is rejected for a megabyte of text where a few pages fit', async () => {
    const { issues } = await refused(
      { body: json({ answers: { comments: 'x'.repeat(1024 * 1024) }, consent: true }) },
      422,
      'invalid',
    );
    expect(issues).toEqual([
      { path: 'answers.comments', code: 'too_long', detail: 'This is too long: the field holds 20,000 characters.' },
    ]);
  });

  it('gets a short answer even with very many faults', async () => {
    const answers = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`question-${index}`, 'Yes']));
    const { issues } = await refused({ body: json({ answers, consent: true }) }, 422, 'invalid');
    expect(issues).toHaveLength(100);
  });

  it.each(['', ' ', 'two words of sixteen', 'é'.repeat(16), 'x'.repeat(15), 'x'.repeat(201)])(
    'is rejected for an invalid Idempotency-Key: %j',
    async (key) => {
      const headers = { 'Idempotency-Key': key };
      const { issues } = await refused({ headers, body: json(eastWestSubmission()) }, 400, 'malformed');
      expect(issues?.[0]?.path).toBe('Idempotency-Key');
    },
  );
});

describe('a submission', () => {
  it('is answered with its reference and a private link, once', async () => {
    const response = await send({ body: json(eastWestSubmission()) });
    expect(response.status).toBe(201);
    const { reference, link, status } = (await response.json()) as Record<string, string>; // checked below
    expect(reference).toMatch(/^BPF-2020-\d{3}$/);
    expect(link).toMatch(/^http:\/\/localhost:3000\/en\/link\/[\w-]{43}$/);
    expect(status).toBe('submitted');
    expect(response.headers.get('location')).toBe(`http://localhost:3000/api/v1/contributions/${reference}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true } })).toEqual({
      status: 'submitted',
    });
  });

  it('sent twice with one key, even at the same time, is stored once, with one link', async () => {
    const before = await stored();
    const again = () =>
      send({ headers: { 'Idempotency-Key': 'a-key-of-our-own-making' }, body: json(eastWestSubmission()) });
    const responses = [...(await Promise.all([again(), again(), again()])), await again()];
    expect(responses.map((response) => response.status).toSorted()).toEqual([200, 200, 200, 201]);
    const bodies = (await Promise.all(responses.map((response) => response.json()))) as Record<string, string>[]; // checked below
    expect(new Set(bodies.map((body) => body.reference)).size).toBe(1);
    expect(bodies.filter((body) => 'link' in body)).toHaveLength(1);
    expect(await stored()).toBe(before + 1);
  });

  it('with a key used before for other content is rejected, without revealing that content', async () => {
    const headers = { 'Idempotency-Key': 'a-key-that-came-before' };
    expect(
      (await send({ headers, body: json(proposing('gcsc', [{ cell: 'maintainer', value: 'A secretariat' }])) })).status,
    ).toBe(201);
    const problem = await refused(
      { headers, body: json(proposing('manrs', [{ cell: 'maintainer', value: 'A stranger' }])) },
      422,
      'key_used_before',
    );
    expect(JSON.stringify(problem)).not.toMatch(/BPF-/);
  });

  it('sent twice without a key is rejected; only its sender gets the first reference; a key allows it', async () => {
    const input = { ...eastWestSubmission(), answers: { gaps: `Without a key. ${'More has to be done. '.repeat(8)}` } };
    const { reference } = (await (await send({ body: json(input) })).json()) as Record<string, string>; // checked below
    const again = await refused({ body: json(input) }, 409, 'duplicate_submission');
    expect(again.issues).toEqual([
      { path: '', code: 'sent_before', detail: expect.stringContaining(`it is ${reference}.`) as string },
    ]);
    const stranger = await refused(
      { body: json({ ...input, about: { name: 'A stranger' } }) },
      409,
      'duplicate_submission',
    );
    expect(JSON.stringify(stranger)).not.toMatch(/BPF-/);
    expect((await send({ headers: { 'Idempotency-Key': 'this-one-is-meant-too' }, body: json(input) })).status).toBe(
      201,
    );
  });
});

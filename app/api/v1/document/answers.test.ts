import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { createToken } from '@/lib/accounts/api-tokens';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { EVERY_KIND, EVERY_VALUE, makeCallWith } from '@/prisma/factories/every-kind';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { apiDocument } from './document';
import { readIllustrated } from './illustrated';

useTestDatabase();

const ROOT = new URL('../../..', import.meta.url).pathname; // app
let ajv: Ajv2020;
let told: Record<string, string>;
let token: string;

beforeAll(async () => {
  const editor = await makeEditor();
  const { reference, changes } = await submit(eastWestSubmission());
  await publishContribution({ editor, reference });
  const seen = (await readAgreementCells('gcsc'))?.cells.name?.version ?? 0;
  const decisions = [
    { change: changes.name ?? '', outcome: 'amend' as const, seen, value: 'GCSC Framework', resolve: true },
    { change: changes.launchDate ?? '', outcome: 'reject' as const, reason: 'Later than the first norms.' },
  ];
  expect(await decideChanges({ editor, reference, decisions })).toMatchObject({ ok: true });
  const gone = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'Nobody' }]));
  await publishContribution({ editor, reference: gone.reference });
  await withdrawContribution({
    contributionId: (
      await db.contribution.findUniqueOrThrow({ where: { reference: gone.reference }, select: { id: true } })
    ).id,
  });
  const call = await makeCallWith(EVERY_KIND.map(({ question }) => question));
  const kinds = await submit({ values: EVERY_VALUE, consent: true }, { callSlug: call });
  await publishContribution({ editor, reference: kinds.reference });
  const made = await createToken(editor, { name: 'A program', days: 30, scope: 'decide' });
  expect(made.ok).toBe(true);
  token = made.ok ? made.token : '';
  told = { reference, gone: gone.reference, call, kinds: kinds.reference };
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ ...apiDocument(), $id: 'api' });
});

function validatorOf(path: string) {
  const pointer = ['paths', path, 'get', 'responses', '200', 'content', 'application/json', 'schema'];
  return ajv.compile({
    $ref: `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/')}`,
  });
}

async function answerOf(path: string, params: Record<string, string>, query = ''): Promise<unknown> {
  const file = `${ROOT}${path.slice(1).replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
  const { GET } = (await import(file)) as {
    GET: (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
  };
  const request = new Request(`http://localhost${path}${query}`, { headers: { Authorization: `Bearer ${token}` } });
  const response = await GET(request, { params: Promise.resolve(params) });
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

/** This database has no releases. */
const WITHOUT = ['/api/v1/releases/{slug}', '/data/{release}/{file}', '/data/latest/{file}'];

it('every address that can be read answers as described', async () => {
  const paths = Object.entries(apiDocument().paths ?? {}).flatMap(([path, { get }]) =>
    get && !WITHOUT.includes(path) ? [path] : [],
  );
  expect(paths.length).toBeGreaterThan(13);
  for (const path of paths) {
    const records = { call: told.call ?? '', question: 'records2' };
    const params = {
      slug: path === '/api/v1/participants/{slug}' ? 'canada' : 'gcsc',
      key: path === '/api/v1/sources/{key}' ? 'cybersecurity-agreements-2019' : 'report-vulnerabilities',
      set: 'elements-2019',
      version: '1',
      reference: told.reference ?? '',
      ...records,
    };
    const valid = validatorOf(path);
    const query = path === '/api/v1/search' ? '?q=security' : '';
    expect([path, valid(await answerOf(path, params, query)), valid.errors]).toEqual([path, true, null]);
    expect(valid({ data: 'anything', next: 7 })).toBe(false);
  }
});

it('a tombstone, values of every kind, a past state and every example match the description', async () => {
  const one = validatorOf('/api/v1/contributions/{reference}');
  expect([
    one(await answerOf('/api/v1/contributions/{reference}', { reference: told.gone ?? '' })),
    one.errors,
  ]).toEqual([true, null]);
  expect([
    one(await answerOf('/api/v1/contributions/{reference}', { reference: told.kinds ?? '' })),
    one.errors,
  ]).toEqual([true, null]);
  const past = validatorOf('/api/v1/agreements');
  expect([
    past(await answerOf('/api/v1/agreements', {}, `?at=${new Date().toISOString().slice(0, 10)}`)),
    past.errors,
  ]).toEqual([true, null]);
  const examples = Object.entries((await readIllustrated()).paths ?? {}).flatMap(([path, { get }]) => {
    const example: unknown = get?.responses?.['200']?.content?.['application/json']?.example;
    return example === undefined ? [] : [{ path, example }];
  });
  expect(examples.length).toBeGreaterThan(8);
  for (const { path, example } of examples) {
    const valid = validatorOf(path);
    expect([path, valid(example), valid.errors]).toEqual([path, true, null]);
  }
});

it('no address ignores an unknown parameter', async () => {
  const paths = Object.entries(apiDocument().paths ?? {}).flatMap(([path, { get, post }]) => [
    ...(get ? [[path, 'GET'] as const] : []),
    ...(post ? [[path, 'POST'] as const] : []),
  ]);
  for (const [path, method] of paths.filter(([path]) => path.startsWith('/api/'))) {
    const file = `${ROOT}${path.slice(1).replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
    const route = (await import(file)) as Record<
      string,
      (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
    >;
    const request = new Request(
      `http://localhost${path}?${path === '/api/v1/search' ? 'q=a&' : ''}no-such-parameter=1`,
      {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: method === 'POST' ? '{}' : undefined,
      },
    );
    const response = await route[method]?.(request, {
      params: Promise.resolve({
        slug: path.includes('releases') ? '2026.1' : 'gcsc',
        version: '1',
        key: 'report-vulnerabilities',
        call: '2020',
        reference: told.reference ?? '',
      }),
    });
    expect([path, method, response?.status, await response?.json()]).toEqual([
      path,
      method,
      400,
      expect.objectContaining({
        reason: 'malformed',
        issues: [
          {
            path: 'no-such-parameter',
            detail: expect.stringMatching(/^(There is no such parameter|This address takes no parameters)/) as string,
          },
        ],
      }),
    ]);
  }
});

import http from 'node:http';
import { expect, test } from 'vitest';
import { makeEditor } from '@/prisma/factories/people';
import { proposing } from '@/prisma/factories/submissions';
import { findCells, makeToken } from '@/prisma/factories/tokens';
import { ask, origin, read, readJson, statusOf } from './requests';

const SUBMIT = '/api/v1/calls/2020/contributions';

const post = (body: unknown, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

test('a submission by one program, decided by another, is public at once with its origin', async () => {
  const before = await ask('/api/v1/agreements/sco-agreement');
  const known = { headers: { 'If-None-Match': before.headers.get('etag') ?? '' } };
  const { version } = (await before.json()) as { version: number };
  await read('/data/latest/cells.csv');

  const value = `=A secretariat, ${Date.now()}`;
  const key = { 'Idempotency-Key': `e2e-${Date.now()}-${Math.random()}` };
  const data = proposing(
    'sco-agreement',
    [
      { cell: 'maintainer', value, source: 'Its own website' },
      { cell: 'supply-chain-integrity', value: 'yes' },
    ],
    'Programs of the World',
  );
  const submitted = await ask(SUBMIT, post(data, key));
  expect(submitted.status).toBe(201);
  const { reference, link } = (await submitted.json()) as { reference: string; link: string };
  expect(new URL(link).pathname).toMatch(/^\/en\/link\/[\w-]{43}$/);
  const repeated = await ask(SUBMIT, post(data, key));
  expect([repeated.status, await repeated.json()]).toEqual([200, { reference }]);
  expect(await statusOf(`/api/v1/contributions/${reference}`)).toBe(404);
  expect(await statusOf('/api/v1/agreements/sco-agreement', known)).toBe(304);

  const headers = { Authorization: `Bearer ${await makeToken(await makeEditor())}` };
  expect(await readJson(`/api/v1/desk/contributions?q=${reference}`, { headers })).toMatchObject({
    data: [{ reference, status: 'submitted', who: 'Programs of the World', pending: 2, total: 2 }],
    next: null,
  });
  expect(await statusOf(`/api/v1/desk/contributions?q=${reference}`)).toBe(401);

  const changes = await findCells(reference);
  const decisions = [
    { change: changes.maintainer?.id, outcome: 'accept', seen: changes.maintainer?.seen, resolve: true },
    { change: changes['supply-chain-integrity']?.id, outcome: 'reject', reason: 'The text does not say so.' },
  ];
  const decided = await ask(`/api/v1/desk/contributions/${reference}/decisions`, post({ decisions }, headers));
  expect([decided.status, await decided.json()]).toEqual([
    200,
    expect.objectContaining({ decided: 2, revisions: [{ agreement: 'sco-agreement', version: version + 1 }] }),
  ]);

  const after = await ask('/api/v1/agreements/sco-agreement', known);
  expect(after.status).toBe(200);
  expect(((await after.json()) as { facts: Record<string, unknown> }).facts.maintainer).toMatchObject({
    value,
    source: 'Its own website',
    contribution: reference,
    version: version + 1,
  });
  const { data: history } = await readJson('/api/v1/agreements/sco-agreement/history');
  expect(history[0]).toMatchObject({
    version: version + 1,
    contribution: reference,
    changes: [{ cell: 'maintainer' }],
  });
  const cells = await read('/data/latest/cells.csv');
  expect(cells).toContain(`sco-agreement,maintainer,fact,"'${value}",`);
  expect(cells).toMatch(new RegExp(`,${reference},${version + 1},.*\r\n`));
});

for (const [name, headers] of [
  ['no length', {}],
  ['its length', { 'Content-Length': String(64 * 1024 * 1024) }],
] as const) {
  test(`a body too large that tells ${name} is refused before it has all arrived`, async () => {
    const { status, body, sent } = await pour(new URL(SUBMIT, origin()), headers, 64 * 1024 * 1024);
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ reason: 'too_large', status: 413 });
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });
}

/** Sends spaces until the server answers or all are sent. */
function pour(
  url: URL,
  headers: Record<string, string>,
  bytes: number,
): Promise<{ status: number | undefined; body: string; sent: number }> {
  return new Promise((resolve, reject) => {
    let [sent, answered] = [0, false];
    const request = http.request(
      url,
      { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
      (response) => {
        answered = true;
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, body, sent });
          request.destroy();
        });
      },
    );
    // After its answer the server closes the connection, which the sender may see as a broken pipe.
    request.on('error', (error) => answered || reject(error));
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const more = () => {
      while (sent < bytes && !answered) {
        sent += chunk.length;
        if (!request.write(chunk)) return void request.once('drain', more);
      }
    };
    more();
  });
}

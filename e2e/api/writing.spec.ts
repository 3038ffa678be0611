import http from 'node:http';
import { expect, test } from '@playwright/test';
import { makeEditor } from '@/prisma/factories/people';
import { proposing } from '@/prisma/factories/submissions';
import { findCells, makeToken } from '@/prisma/factories/tokens';

const SUBMIT = '/api/v1/calls/2020/contributions';

test('what a program submits and another decides is public at once, with its origin', async ({ request }) => {
  const before = await request.get('/api/v1/agreements/sco-agreement');
  const etag = before.headers().etag ?? '';
  const { version } = await before.json();
  await request.get('/data/latest/cells.csv');

  const value = `=A secretariat, ${Date.now()}`;
  const key = `e2e-${Date.now()}-${Math.random()}`;
  const data = proposing(
    'sco-agreement',
    [
      { cell: 'maintainer', value, source: 'Its own website' },
      { cell: 'supply-chain-integrity', value: 'yes' },
    ],
    'Programs of the World',
  );
  const submitted = await request.post(SUBMIT, { data, headers: { 'Idempotency-Key': key } });
  expect(submitted.status()).toBe(201);
  const { reference, link } = await submitted.json();
  expect(new URL(link).pathname).toMatch(/^\/en\/link\/[\w-]{43}$/);
  const repeated = await request.post(SUBMIT, { data, headers: { 'Idempotency-Key': key } });
  expect([repeated.status(), await repeated.json()]).toEqual([200, { reference }]);
  expect((await request.get(`/api/v1/contributions/${reference}`)).status()).toBe(404);
  expect((await request.get('/api/v1/agreements/sco-agreement', { headers: { 'If-None-Match': etag } })).status()).toBe(
    304,
  );

  const headers = { Authorization: `Bearer ${await makeToken(await makeEditor())}` };
  const queue = await (await request.get(`/api/v1/desk/contributions?q=${reference}`, { headers })).json();
  expect(queue).toMatchObject({
    data: [{ reference, status: 'submitted', who: 'Programs of the World', pending: 2, total: 2 }],
    next: null,
  });
  expect((await request.get(`/api/v1/desk/contributions?q=${reference}`)).status()).toBe(401);

  const changes = await findCells(reference);
  const decisions = [
    { change: changes.maintainer?.id, outcome: 'accept', seen: changes.maintainer?.seen, resolve: true },
    { change: changes['supply-chain-integrity']?.id, outcome: 'reject', reason: 'The text does not say so.' },
  ];
  const decided = await request.post(`/api/v1/desk/contributions/${reference}/decisions`, {
    headers,
    data: { decisions },
  });
  expect([decided.status(), await decided.json()]).toEqual([
    200,
    expect.objectContaining({ decided: 2, revisions: [{ agreement: 'sco-agreement', version: version + 1 }] }),
  ]);

  const after = await request.get('/api/v1/agreements/sco-agreement', { headers: { 'If-None-Match': etag } });
  expect(after.status()).toBe(200);
  expect((await after.json()).facts.maintainer).toMatchObject({
    value,
    source: 'Its own website',
    contribution: reference,
    version: version + 1,
  });
  const { data: history } = await (await request.get('/api/v1/agreements/sco-agreement/history')).json();
  expect(history[0]).toMatchObject({
    version: version + 1,
    contribution: reference,
    changes: [{ cell: 'maintainer' }],
  });
  const cells = await (await request.get('/data/latest/cells.csv')).text();
  expect(cells).toContain(`sco-agreement,maintainer,"'${value}",`);
  expect(cells).toMatch(new RegExp(`,${reference},${version + 1}\r\n`));
});

for (const [name, headers] of [
  ['no length', {}],
  ['its length', { 'Content-Length': String(64 * 1024 * 1024) }],
] as const) {
  test(`a body too large that tells ${name} is refused before it has all arrived`, async ({ baseURL }) => {
    const { status, body, sent } = await pour(new URL(SUBMIT, baseURL), headers, 64 * 1024 * 1024);
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
    // Once it has answered the server hangs up, which the sender may notice as a broken pipe.
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

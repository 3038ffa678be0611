// The limit: node:http and pg, hand-written SQL, the same rows in one transaction, the same JSON, nothing else. It does
// not check what is submitted; it reads from the token's row what an editor may do, as the product does.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import pg from 'pg';
import { decide } from './deciding';
import { listQueue } from './queue';
import { listAgreements, readAgreement } from './reading';
import { submit } from './submitting';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (request.destroyed && !request.complete) return; // a round ended while this request was on its way
    console.error(error);
    send(response, 500, '{}');
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const parts = pathname.split('/');
  if (pathname === '/api/v1/agreements') return send(response, 200, await listAgreements(pool));
  if (pathname.startsWith('/api/v1/agreements/')) return send(response, 200, await readAgreement(pool, parts[4] ?? ''));
  if (pathname.startsWith('/api/v1/calls/'))
    return send(response, 201, await submit(pool, parts[4] ?? '', await readBody(request)));
  if (!pathname.startsWith('/api/v1/desk/')) return send(response, 404, '{}');

  const userId = await findUser(pool, request.headers.authorization ?? '');
  if (!userId) return send(response, 401, '{}');
  if (request.method === 'GET') return send(response, 200, await listQueue(pool, searchParams.get('q')));
  send(response, 200, await decide(pool, { userId, reference: parts[5] ?? '', body: await readBody(request) }));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding set gives buffers
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function findUser(database: pg.Pool, authorization: string): Promise<string | undefined> {
  const hash = createHash('sha256').update(authorization.replace('Bearer ', '')).digest('hex');
  const { rows } = await database.query<{ id: string }>(
    `SELECT u.id FROM api_tokens t JOIN users u ON u.id = t.user_id
     WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND u.deactivated_at IS NULL`,
    [hash],
  );
  return rows[0]?.id;
}

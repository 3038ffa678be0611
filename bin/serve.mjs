// The production web server: Next's own handler, with an answer memory before it (docs/decisions). In place of `next start`.
import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import { parseArgs } from 'node:util';
import { AnswerMemory } from '../lib/platform/cache/answer-memory.mjs';
import { root } from './checkout.mjs';
import { sayUnavailable } from './lost-database.mjs';
import { faultOf } from './legible.mjs';
import { keepWords } from './turned-away.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '3000' }, hostname: { type: 'string', default: '127.0.0.1' } },
});
const [port, hostname] = [Number(values.port), values.hostname];
Object.assign(process.env, { NODE_ENV: 'production', PORT: values.port });
process.title = 'bpf web server';

// After the environment is set: Next and React read it when they are loaded.
// What is known of one request while it is answered: instrumentation.ts notes why it failed, the page cache what it began to make.
const requests = (globalThis.bpfRequests = new AsyncLocalStorage());
const { default: next } = await import('next');
const app = next({ dev: false, dir: root, port, hostname });
await app.prepare();
const handle = app.getRequestHandler();
const memory = new AnswerMemory();

const server = http.createServer((request, response) => {
  const fault = faultOf(request);
  if (fault)
    return void response
      .writeHead(fault.status, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        ...fault.headers,
      })
      .end(fault.sentence);
  if (memory.answers(request, response)) return;
  keepWords(request, response);
  const noted = { lostDatabase: false, notes: [] };
  response.once('close', () => response.statusCode >= 500 && globalThis.bpfPageCache?.giveUp(noted.notes));
  sayUnavailable(response, noted);
  requests.run(noted, () =>
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Something went wrong here. Please try again in a moment.');
    }),
  );
});
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname);

let stopping = false;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // What is being answered is answered; whoever only keeps a connection open need not be waited for.
    server.close(
      () =>
        void app
          .close()
          .catch(console.error)
          .finally(() => process.exit(code)),
    );
    server.closeIdleConnections();
  });
}

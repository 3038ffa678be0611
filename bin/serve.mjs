// The production web server: Next's own handler behind the response cache (docs/decisions). In place of `next start`.
import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import { parseArgs } from 'node:util';
import { root } from './checkout.mjs';
import { report } from './command-error.mjs';
import { sayUnavailable } from './database-down.mjs';
import { demandWholeProvider } from './environment.mjs';
import { withoutUnknownParameters } from '../lib/publication/views/query-views.mjs';
import { rejectionFor } from './request-guard.mjs';
import { keepWords } from './rejected-form.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '3000' }, hostname: { type: 'string', default: '127.0.0.1' } },
});
/** As in next.config.js. */
const LOCALES = 'en';
const [port, hostname] = [Number(values.port), values.hostname];
Object.assign(process.env, { NODE_ENV: 'production', PORT: values.port });
process.title = 'bpf web server';
try {
  demandWholeProvider(process.env);
} catch (error) {
  report(error);
  process.exit(1);
}

// Loaded after the environment is set, because Next and React read it when they are loaded.
// Notes on one request while it is answered: instrumentation.ts notes why it failed, the page cache which renders it
// began.
const requests = (globalThis.bpfRequests = new AsyncLocalStorage());
const { default: next } = await import('next');
const app = next({ dev: false, dir: root, port, hostname });
await app.prepare();
const handle = app.getRequestHandler();

const server = http.createServer((request, response) => {
  const rejection = rejectionFor(request);
  if (rejection)
    return void response
      .writeHead(rejection.status, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
        ...rejection.headers,
      })
      .end(rejection.sentence);
  const address = withoutUnknownParameters(request.url ?? '', LOCALES);
  if (address !== null && (request.method === 'GET' || request.method === 'HEAD'))
    return void response
      .writeHead(307, { Location: address, 'Cache-Control': 'public, max-age=0, must-revalidate' })
      .end();
  // instrumentation.ts makes the caches inside Next's bundle, before Next answers its first request.
  if (globalThis.bpfResponseCache?.handle(request, response)) return;
  keepWords(request, response);
  /** @type {import('../lib/platform/cache/start-caches').RequestNotes} */
  const noted = { databaseDown: false, renders: [] };
  response.once('close', () => response.statusCode >= 500 && globalThis.bpfPageCache?.abandon(noted.renders));
  sayUnavailable(response, noted);
  void requests.run(noted, () => handle(request, response).catch((error) => answerFailure(response, error)));
});
/**
 * @param {http.ServerResponse} response
 * @param {unknown} error
 */
function answerFailure(response, error) {
  console.error(error);
  if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('Something went wrong here. Please try again in a moment.');
}

server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname);

let stopping = false;
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Running requests are answered first; connections that are only kept open are closed.
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

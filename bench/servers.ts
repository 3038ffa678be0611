import { testEnvironment } from '@/bin/environment.mjs';
import { freePort } from '@/bin/ports.mjs';
import { startNode } from '@/bin/processes.mjs';
import { answersHttp, startWeb } from '@/bin/web.mjs';

export type Server = { origin: string; pid: number };
export type Servers = { ours: Server; bare: Server };

const HOST = '127.0.0.1';
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4700);

/** Starts the product's production build and the bare server, one process each, on the same database. */
export async function startServers(databaseUrl: string): Promise<Servers> {
  const environment = { ...testEnvironment(process.env.BPF_DATA_DIR ?? '.data'), NODE_ENV: 'production', DATABASE_URL: databaseUrl };
  const port: number = await freePort(FIRST_PORT, HOST);
  // Without the worker: sending mail goes on beside requests and would be measured at random.
  const web = startWeb({ mode: 'start', port, host: HOST, environment: { ...environment, NEXTAUTH_URL: `http://${HOST}:${port}`, RUN_WORKER: '0' }, output: 'pipe' });
  const barePort: number = await freePort(port + 1, HOST);
  const bare = startNode(['--import', 'tsx', 'bench/bare/server.ts'], { environment: { ...environment, PORT: String(barePort) }, output: 'inherit' });
  for (const [child, at] of [[web, port], [bare, barePort]] as const) {
    if (!(await answersHttp(child, { port: at, host: HOST }))) throw new Error(`The server on port ${at} did not answer.`);
  }
  return { ours: { origin: `http://${HOST}:${port}`, pid: web.pid ?? 0 }, bare: { origin: `http://${HOST}:${barePort}`, pid: bare.pid ?? 0 } };
}

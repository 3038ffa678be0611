import fs from 'node:fs';
import path from 'node:path';
import { testEnvironment } from '@/bin/environment.mjs';
import { freePort } from '@/bin/ports.mjs';
import { startNode } from '@/bin/processes.mjs';
import { answersHttp, startWeb } from '@/bin/web.mjs';

export type Server = { origin: string; pid: number };
export type Servers = { ours: Server; baseline: Server };

const HOST = '127.0.0.1';
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4700);

/**
 * Starts a process of the product's production build. Without `worker`, which would send mail during some of the
 * measured requests and not others.
 */
export async function startReplica(databaseUrl: string, { worker = false } = {}): Promise<Server> {
  const environment = {
    ...testEnvironment(process.env.BPF_DATA_DIR ?? '.data'),
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
  };
  const port: number = await freePort(FIRST_PORT, HOST);
  const web = startWeb({
    mode: 'start',
    port,
    host: HOST,
    environment: { ...environment, NEXTAUTH_URL: `http://${HOST}:${port}`, RUN_WORKER: worker ? '1' : '0' },
    output: 'pipe',
  });
  if (!(await answersHttp(web, { port, host: HOST }))) throw new Error(`The server on port ${port} did not answer.`);
  return { origin: `http://${HOST}:${port}`, pid: web.pid ?? 0 };
}

/** Starts a bare node:http that has these answers in memory. */
export async function startBytes(
  files: { address: string; type: string; body: Buffer }[],
  directory: string,
): Promise<Server> {
  const list = files.map(({ address, type, body }, at) => {
    const place = path.join(directory, `${at}.bytes`);
    fs.writeFileSync(place, body);
    return { address, type, place };
  });
  const index = path.join(directory, 'bytes.json');
  fs.writeFileSync(index, JSON.stringify(list));
  const port: number = await freePort(FIRST_PORT, HOST);
  const baseline = startNode(['--import', 'tsx', 'bench/baseline/bytes.ts', index], {
    environment: { ...process.env, PORT: String(port) },
    output: 'inherit',
  });
  if (!(await answersHttp(baseline, { port, host: HOST })))
    throw new Error(`The server on port ${port} did not answer.`);
  return { origin: `http://${HOST}:${port}`, pid: baseline.pid ?? 0 };
}

/** Starts the product's production build and the baseline server, one process each, on the same database. */
export async function startServers(databaseUrl: string): Promise<Servers> {
  const ours = await startReplica(databaseUrl);
  const port: number = await freePort(FIRST_PORT, HOST);
  const environment = {
    ...testEnvironment(process.env.BPF_DATA_DIR ?? '.data'),
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  };
  const baseline = startNode(['--import', 'tsx', 'bench/baseline/server.ts'], { environment, output: 'inherit' });
  if (!(await answersHttp(baseline, { port, host: HOST })))
    throw new Error(`The server on port ${port} did not answer.`);
  return { ours, baseline: { origin: `http://${HOST}:${port}`, pid: baseline.pid ?? 0 } };
}

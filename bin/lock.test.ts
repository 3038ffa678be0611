import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, takeLock } from './lock.mjs';
import { startOf } from './process-table.mjs';

let directory = '';
let file = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-lock-'));
  file = path.join(directory, 'running.lock');
});
afterEach(() => fs.rmSync(directory, { recursive: true }));

const take = (purpose = 'npm start', patience = 0) => takeLock(file, { purpose, patience });
const write = (holder: object) =>
  fs.writeFileSync(file, JSON.stringify({ purpose: 'npm start', stopping: false, ...holder }));

/** Takes the lock in a test that expects it to be free. */
async function taken() {
  const lock = await take();
  if (!lock.ok) throw new Error(`held by ${lock.holder.pid}`);
  return lock;
}

test('a second command learns who holds the lock, until its release', async () => {
  const first = await taken();
  expect(await take('npm run dev')).toEqual({
    ok: false,
    reason: 'held',
    holder: { pid: process.pid, began: startOf(process.pid), purpose: 'npm start', stopping: false },
  });
  first.release();
  expect(fs.readdirSync(directory)).toEqual([]);
  expect((await take()).ok).toBe(true);
});

test('exactly one of many commands at once gets the lock', async () => {
  const locks = await Promise.all(Array.from({ length: 20 }, () => take()));
  expect(locks.filter((lock) => lock.ok)).toHaveLength(1);
});

test('a holder that was killed does not keep it', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  write({ pid: child.pid, began: startOf(child.pid ?? 0) });
  expect(holderOf(file)?.pid).toBe(child.pid);
  expect((await take()).ok).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(holderOf(file)).toBeUndefined();
  expect((await take()).ok).toBe(true);
});

test('a pid that another process got since does not count, nor does a damaged file', async () => {
  write({ pid: process.pid, began: 'before the machine was restarted' });
  (await taken()).release();
  fs.writeFileSync(file, '');
  expect((await take()).ok).toBe(true);
});

test('a waiting command gets the lock of a stopping holder', async () => {
  const first = await taken();
  first.stopping();
  setTimeout(() => first.release(), 150);
  expect((await take('npm start', 0)).ok).toBe(true);
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aboutArchive, readArchive, writeArchive } from './archive.mjs';
import { demandRoom, filesOf } from './files.mjs';

let place = '';
beforeEach(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-archive-'));
});
afterEach(() => fs.rmSync(place, { recursive: true }));

const at = (...names: string[]) => path.join(place, ...names);
const archive = () => at('forum.bpf');

/** An archive of a folder with a large file, an empty one and an empty folder. */
async function make() {
  fs.mkdirSync(at('data', 'empty'), { recursive: true });
  fs.writeFileSync(at('data', 'large'), Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * n) % 251)));
  fs.writeFileSync(at('data', 'nothing'), '');
  await writeArchive(archive(), { about: { kind: 'files', at: '2026-01-01T00:00:00Z' }, entries: filesOf(at('data')) });
}

it('an archive gives back its content and its description', async () => {
  await make();
  expect(await aboutArchive(archive())).toEqual({ kind: 'files', at: '2026-01-01T00:00:00Z' });
  fs.mkdirSync(at('back'));
  await readArchive(archive(), { directory: at('back') });
  expect(fs.readdirSync(at('back'))).toEqual(['empty', 'large', 'nothing']);
  expect(fs.readFileSync(at('back', 'large')).equals(fs.readFileSync(at('data', 'large')))).toBe(true);
  expect(fs.statSync(archive()).mode & 0o077, 'contact details are in it').toBe(0);
});

it('a file that was cut or changed anywhere is reported as damaged', async () => {
  await make();
  const whole = fs.readFileSync(archive());
  for (const bytes of [whole.length - 1, whole.length - 9, Math.floor(whole.length / 2)]) {
    fs.writeFileSync(archive(), whole.subarray(0, bytes));
    await expect(readArchive(archive()), `cut after ${bytes} bytes`).rejects.toThrow(
      /is damaged: it was cut off or changed\. Nothing was changed\./,
    );
  }
  for (const position of [200, Math.floor(whole.length / 2), whole.length - 6]) {
    fs.writeFileSync(
      archive(),
      Buffer.concat([
        whole.subarray(0, position),
        Buffer.from([(whole[position] ?? 0) ^ 255]),
        whole.subarray(position + 1),
      ]),
    );
    await expect(readArchive(archive()), `changed at ${position}`).rejects.toThrow(/is damaged|is no backup/);
  }
});

it('a file of another program, of a later version, or a missing one is reported as such', async () => {
  await expect(aboutArchive(archive())).rejects.toThrow(`There is no file ${archive()}.`);
  fs.writeFileSync(archive(), 'name,value\n');
  await expect(aboutArchive(archive())).rejects.toThrow('is no backup of this program');
  const header = Buffer.from(
    JSON.stringify({ name: 'about', format: 'bpf-contributions backup', version: 99, about: {} }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  fs.writeFileSync(archive(), zlib.gzipSync(Buffer.concat([length, header])));
  await expect(aboutArchive(archive())).rejects.toThrow('was made by a later version of this program');
});

it('a file that appeared meanwhile is kept, and no half archive is left', async () => {
  fs.writeFileSync(archive(), 'another file');
  await expect(make()).rejects.toThrow('is not overwritten');
  expect(fs.readFileSync(archive(), 'utf8')).toBe('another file');
  expect(fs.readdirSync(place).sort()).toEqual(['data', 'forum.bpf']);
});

it('no entry is written outside the given folder', async () => {
  fs.writeFileSync(at('source'), 'x');
  await writeArchive(archive(), { about: {}, entries: [{ name: '../outside', source: at('source') }] });
  fs.mkdirSync(at('back'));
  await expect(readArchive(archive(), { directory: at('back') })).rejects.toThrow('names a place outside of its own');
  expect(fs.existsSync(at('outside'))).toBe(false);
});

it('a full disk is reported with the room that is needed', () => {
  expect(() => demandRoom(place, 1)).not.toThrow();
  expect(() => demandRoom(place, Number.MAX_SAFE_INTEGER)).toThrow(
    /There is not enough room in .*: 8,589,934,592 MB are needed, .* MB are free\. Nothing was changed\./,
  );
});

import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePdf } from '@/prisma/factories/files';
import { examineFile } from './examine';
import { scan } from './scanner';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scanner-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function scanner(script: string): Promise<string> {
  const file = path.join(folder, 'scan');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

describe('a scanner', () => {
  it('reads the whole file from its standard input, with its arguments and without a shell', async () => {
    const command = await scanner(`cat > "$1/seen"; printf %s "$2" > "$1/argument"`);
    const bytes = Buffer.alloc(3_000_000, 'contents');
    expect(await scan(bytes, ` ${command}  ${folder} $HOME;x `)).toBe('clean');
    expect((await readFile(path.join(folder, 'seen'))).equals(bytes)).toBe(true);
    expect(await readFile(path.join(folder, 'argument'), 'utf8')).toBe('$HOME;x');
  });

  it('answers by its exit code, also where it does not read to the end', async () => {
    const bytes = Buffer.alloc(3_000_000);
    expect(await scan(bytes, await scanner('exit 0'))).toBe('clean');
    expect(await scan(bytes, await scanner('exit 1'))).toBe('found');
    expect(await scan(bytes, await scanner('exit 2'))).toBe('failed');
    expect(await scan(bytes, await scanner('kill -9 $$'))).toBe('failed');
    expect(await scan(bytes, path.join(folder, 'no-such-program'))).toBe('failed');
    expect(await scan(bytes, '')).toBe('none');
  });

  it('that does not answer in time is ended with all it started', async () => {
    const command = await scanner(`sh -c 'echo $$ > ${folder}/child; exec sleep 600' & wait`);
    expect(await scan(makePdf(), command, 1)).toBe('failed');
    const child = Number(await readFile(path.join(folder, 'child'), 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow(), { timeout: 5_000 });
  });
});

describe('a file that was scanned', () => {
  const examine = async (script: string) => {
    return examineFile({ name: 'letter.pdf', bytes: makePdf(), scanner: await scanner(script) });
  };

  it('is refused after a finding, kept without one, and kept and marked if the scanner failed', async () => {
    expect(await examine('grep -q PDF && exit 1')).toEqual({ ok: false, reason: 'file_infected' });
    expect(await examine('cat > /dev/null')).toMatchObject({ ok: true, findings: [] });
    expect(await examine('exit 7')).toMatchObject({ ok: true, findings: ['not_scanned'] });
  });
});

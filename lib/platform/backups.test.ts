import { expect, it } from 'vitest';
import { noteBackup, noteCheck, noteFailedBackup } from '@/bin/backups/record.mjs';
import { env } from '@/lib/platform/env';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readBackups } from './backups';

useTestDatabase();

const at = (day: number, hour = 2) => `2026-11-${String(day).padStart(2, '0')}T0${hour}:00:00.000Z`;
const url = () => env().DATABASE_URL;

it('no backup is no trouble: the operator may have other means', async () => {
  expect(await readBackups()).toEqual({ newest: null, verified: null, trouble: null, list: [] });
});

it('the newest backup and the one last restored are named, and a missing day is trouble', async () => {
  await noteBackup(url(), { file: '/srv/bpf-2026-11-20.backup', at: at(20), bytes: 2_097_152, rows: 4_000 });
  await noteCheck(url(), { file: '/srv/bpf-2026-11-20.backup', at: at(20), failure: null });
  await noteBackup(url(), { file: '/srv/bpf-2026-11-21.backup', at: at(21), bytes: 2_097_153, rows: 4_001 });
  const read = await readBackups(new Date(at(21, 9)));
  expect(read.newest).toMatchObject({ file: 'bpf-2026-11-21.backup', bytes: 2_097_153, rows: 4_001, checkedAt: null });
  expect(read.verified).toMatchObject({ file: 'bpf-2026-11-20.backup', checkFailure: null });
  expect(read.trouble).toBeNull();
  expect((await readBackups(new Date(at(23, 3)))).trouble).toBe('old');
});

it('a check that fails is trouble, also of a backup from elsewhere', async () => {
  await noteCheck(url(), { file: 'elsewhere.backup', at: at(19), failure: 'It is damaged.' });
  const { trouble, list, verified } = await readBackups(new Date(at(21, 9)));
  expect(trouble).toBe('not_restorable');
  expect(list.at(-1)).toMatchObject({ file: 'elsewhere.backup', bytes: null, checkFailure: 'It is damaged.' });
  expect(verified?.file).toBe('bpf-2026-11-20.backup');
  await noteCheck(url(), { file: 'elsewhere.backup', at: at(19), failure: null });
  expect((await readBackups(new Date(at(21, 9)))).trouble).toBeNull();
});

it('a backup that was not made is trouble', async () => {
  await noteFailedBackup(url(), { file: 'bpf-2026-11-28.backup', failure: 'There is not enough room.' });
  const { trouble, newest, list } = await readBackups(new Date(at(21, 9)));
  expect(trouble).toBe('failed');
  expect(list[0]).toMatchObject({ failure: 'There is not enough room.', bytes: null });
  expect(newest?.file).toBe('bpf-2026-11-21.backup');
});

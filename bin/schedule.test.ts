import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dueBackup, surplus } from './backups/schedule.mjs';
import { readSettings } from './environment.mjs';

const now = new Date('2026-11-28T02:10:00Z');

it('the backup of the day is due from its hour on, until it is there', () => {
  const files = ['bpf-2026-11-27.backup'];
  expect(dueBackup({ files, now, hour: 2 })).toBe('bpf-2026-11-28.backup');
  expect(dueBackup({ files, now, hour: 3 })).toBeNull();
  expect(dueBackup({ files: [...files, 'bpf-2026-11-28.backup'], now, hour: 2 })).toBeNull();
});

it('only its own oldest backups go', () => {
  const files = [
    'notes.txt',
    'bpf-2026-11-26.backup',
    'before-the-move.backup',
    'bpf-2026-11-28.backup',
    'bpf-2026-11-27.backup',
  ];
  expect(surplus({ files, keep: 2 })).toEqual(['bpf-2026-11-26.backup']);
  expect(surplus({ files, keep: 9 })).toEqual([]);
});

it('the folder, the number and the hour are read from the environment', () => {
  expect(readSettings({}).backup).toBeUndefined();
  expect(readSettings({ BACKUP_DIR: '/srv/backups' }).backup).toEqual({ folder: '/srv/backups', keep: 14, hour: 2 });
  expect(() => readSettings({ BACKUP_DIR: 'x', BACKUP_HOUR: '24' })).toThrow(
    'BACKUP_HOUR is "24": it must be a whole number from 0 to 23.',
  );
  expect(fs.readFileSync(path.join(import.meta.dirname, '../.env.example'), 'utf8')).toMatch(/^BACKUP_KEEP=14$/m);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { db } from '@/lib/platform/db/client';
import { sendQueuedMail } from './delivery';

useTestDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'bpf-mail-'));
beforeAll(() => {
  delete process.env.SMTP_URL;
  process.env.BPF_DATA_DIR = folder;
});
afterAll(() => rmSync(folder, { recursive: true }));

it('without a mail server, writes the mail as a program and as a person reads it, and prints its link', async () => {
  const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
  const { reference } = await submit(eastWestSubmission());
  const { id } = await db.mail.findFirstOrThrow({ where: { kind: 'confirm-address', contribution: { reference } } });
  expect(await sendQueuedMail(id, { began: new Date(), last: false })).toBe('sent');
  const files = readdirSync(path.join(folder, 'mail')).sort();
  expect(files.map((file) => file.replace(/^.*Z-/, ''))).toEqual([
    `confirm-address-${id.slice(0, 8)}.eml`,
    `confirm-address-${id.slice(0, 8)}.txt`,
  ]);
  const [eml = '', txt = ''] = files.map((file) => readFileSync(path.join(folder, 'mail', file), 'utf8'));
  expect(eml).toContain(`Message-ID: <${id}@localhost>`);
  const link = /http:\/\/localhost:3000\/en\/confirm\/[\w-]{43}/.exec(txt)?.[0];
  expect(txt.split('\n').slice(0, 2)).toEqual([
    'To: programme.office@example.org',
    'Subject: Please confirm your e-mail address',
  ]);
  expect(printed.mock.calls.flat().join('\n')).toContain(`Please confirm your e-mail address\n  ${link}\n`);
  printed.mockRestore();
});

import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { publishReport } from '@/lib/publication/reports/editions/publish';
import { listReportTexts } from '@/lib/publication/reports/synthesis/texts';
import { reportKey, setWithheld } from '@/lib/publication/withholding/withholding';
import type { FrozenSubject } from '@/lib/publication/withholding/withholding';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { ask, statusOf } from './requests';

type Admin = Awaited<ReturnType<typeof makeEditor>>;
let admin: Admin;
let number: number;
const RELEASE = `frozen.${Date.now()}`;

const publishNow = async () => {
  const [text] = await listReportTexts('2020');
  const done = await publishReport({ admin, call: '2020', base: text?.version ?? 0 });
  if (!done.ok) throw new Error(done.reason);
  return done.number;
};
const withhold = async (subject: FrozenSubject, withheld: boolean) => {
  const done = await setWithheld({ admin, subject, withheld, reason: 'A court of example has ordered it.' });
  if (!done.ok) throw new Error(done.reason);
};
const readUntil = async (path: string, words: string) => {
  await expect.poll(async () => (await ask(path)).text(), { timeout: 20_000 }).toContain(words);
};

beforeAll(async () => {
  admin = await makeEditor({ role: 'admin' });
  await published(eastWestSubmission());
  number = await publishNow();
  await makeAgreement();
  const release = { slug: RELEASE, title: 'To be withheld', notes: '' };
  const frozen = await freezeRelease({ admin, release, origin: 'http://localhost' });
  if (!frozen.ok) throw new Error(frozen.reason);
});

test('a published report is in the list, on the page of its call and in the sitemap, with files that may be kept', async () => {
  const address = `/en/calls/2020/report/${number}`;
  await readUntil('/en/calls/2020/report', `Edition ${number}`);
  await readUntil('/en/calls/2020', '/en/calls/2020/report"');
  await readUntil('/sitemap.xml', `${address}<`);
  for (const file of ['report.pdf', 'report.docx', 'report.html', 'report.md', 'report.json']) {
    const answer = await ask(`${address}/${file}`);
    expect([file, answer.status, answer.headers.get('cache-control')]).toEqual([
      file,
      200,
      'public, max-age=31536000, s-maxage=1, immutable',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
    expect(await statusOf(`${address}/${file}`, { headers: { 'If-None-Match': etag } })).toBe(304);
  }
  expect(await statusOf(`${address}/report.exe`)).toBe(404);
  expect(await statusOf(`/en/calls/2020/report/999/report.md`)).toBe(404);
});

test('a report that is withheld answers 451 with its reason and checksum, and offers the corrected one', async () => {
  const address = `/en/calls/2020/report/${number}`;
  await readUntil(address, 'EastWest Institute');
  const etag = (await ask(`${address}/report.md`)).headers.get('etag') ?? '';
  await withhold({ kind: 'report', key: reportKey('2020', number) }, true);
  await expect.poll(() => statusOf(`${address}/report.md`), { timeout: 20_000 }).toBe(451);
  const answer = await ask(`${address}/report.md`);
  expect(await answer.json()).toMatchObject({
    status: 451,
    reason: 'withheld',
    withheld: { reason: 'A court of example has ordered it.', sha256: etag.replaceAll('"', '') },
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await statusOf(`${address}/report.md`, { headers: { 'If-None-Match': etag } })).toBe(451);
  await readUntil(address, 'A court of example has ordered it.');
  const page = await (await ask(address)).text();
  expect(page).toContain(etag.replaceAll('"', ''));
  expect(page).not.toContain('Two strands of work');
  const corrected = await publishNow();
  await readUntil(address, `/en/calls/2020/report/${corrected}"`);
  await withhold({ kind: 'report', key: reportKey('2020', number) }, false);
  await expect.poll(() => statusOf(`${address}/report.md`), { timeout: 20_000 }).toBe(200);
});

test('a release that is withheld answers 451 at its files, and keeps its page, checksums and place in the API', async () => {
  const file = `/data/${RELEASE}/agreements.json`;
  const before = await ask(file);
  const sha256 = (before.headers.get('etag') ?? '').replaceAll('"', '');
  expect(before.status).toBe(200);
  await withhold({ kind: 'release', key: RELEASE }, true);
  await expect.poll(() => statusOf(file), { timeout: 20_000 }).toBe(451);
  expect(await (await ask(file)).json()).toMatchObject({ withheld: { sha256 } });
  await readUntil(`/en/releases/${RELEASE}`, 'A court of example has ordered it.');
  await readUntil(`/en/releases/${RELEASE}`, sha256);
  await readUntil(`/api/v1/releases/${RELEASE}`, 'A court of example has ordered it.');
  await readUntil('/en/releases', 'withheld');
  expect(await statusOf(`/en/matrix/view/at/${RELEASE}`)).not.toBe(500);
  await withhold({ kind: 'release', key: RELEASE }, false);
  await expect.poll(() => statusOf(file), { timeout: 20_000 }).toBe(200);
});

import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { REPORT_FILES } from '@/lib/publication/reports/formats';
import { saveReportText } from '@/lib/publication/reports/synthesis/texts';
import { reportKey, setWithheld } from '@/lib/publication/withholding/withholding';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listCallsWithReports } from './calls';
import { publishReport } from './publish';

useTestDatabase();

let admin: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  admin = await makeEditor({ role: 'admin' });
  await published(eastWestSubmission(), { accept: 'gcsc' });
});

const reportsOf = async (slug: string) =>
  (await listCallsWithReports('en')).find((call) => call.slug === slug)?.reports;

async function publishNext(base: number): Promise<void> {
  await saveReportText(admin, {
    ...{ call: '2020', base, note: 'A note.' },
    sections: [{ title: 'What was said', text: `Text ${base}.` }],
  });
  expect(await publishReport({ admin, call: '2020', base: base + 1 })).toMatchObject({ ok: true });
}

it('a call names its published reports, the newest first, with the addresses of their files', async () => {
  expect(await reportsOf('2020')).toEqual([]);
  await publishNext(0);
  await publishNext(1);

  const reports = await reportsOf('2020');
  expect(reports?.map(({ edition, url }) => [edition, url])).toEqual([
    [2, '/en/calls/2020/report/2'],
    [1, '/en/calls/2020/report/1'],
  ]);
  const stored = await db.reportEdition.findFirstOrThrow({
    where: { number: 2, call: { slug: '2020' } },
    select: { publishedAt: true, files: { orderBy: { name: 'asc' }, select: { name: true, sha256: true } } },
  });
  expect(reports?.[0]?.publishedAt).toBe(stored.publishedAt.toISOString());
  expect(reports?.[0]?.files.map(({ name, sha256, url }) => ({ name, sha256, url }))).toEqual(
    stored.files.map((file) => ({ ...file, url: `/en/calls/2020/report/2/${file.name}` })),
  );
  expect(reports?.[0]?.files.map(({ name }) => name).toSorted()).toEqual([...REPORT_FILES].toSorted());
  const withheld = { kind: 'report' as const, key: reportKey('2020', 1) };
  const reason = 'A court order.';
  expect(await setWithheld({ admin, subject: withheld, reason, withheld: true })).toEqual({ ok: true });
  expect((await reportsOf('2020'))?.map((report) => report.withheld?.reason ?? null)).toEqual([null, reason]);

  const others = (await listCallsWithReports('en')).filter(({ slug }) => slug !== '2020');
  expect(others.flatMap((call) => call.reports)).toEqual([]);
});

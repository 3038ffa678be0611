import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { readReportContent } from '@/lib/publication/reports/content';
import type { ReportContent } from '@/lib/publication/reports/content';
import { REPORT_FILES, REPORT_FORMATS } from '@/lib/publication/reports/formats';
import type { Report } from '@/lib/publication/reports/report';
import { reportTree } from '@/lib/publication/reports/report-tree';
import { isPublished } from '@/lib/publication/reports/setting';
import { checkReport } from '@/lib/publication/reports/synthesis/check-report';
import { isPublishable } from '@/lib/publication/reports/synthesis/check';
import { listReportTexts } from '@/lib/publication/reports/synthesis/texts';
import type { ReportText } from '@/lib/publication/reports/synthesis/texts';

type Publishing = {
  admin: Pick<Actor, 'userId' | 'role'>;
  call: string;
  /** The version of the text that the admin has seen; 0 if there is none. */
  base: number;
  locale?: Locale;
};

type Made = { report: Report; content: ReportContent; number: number; text: ReportText | undefined; state: string };

/** What is read changes while it is read at most so often. */
const MAX_ATTEMPTS = 5;

/**
 * Publishes the report of a call for good: every format is written once, and stored with its checksum under the next
 * number. What changes while the files are made is not missed: then they are made again.
 * Reasons: `forbidden`, `not_found`, `draft_changed` (the text has a newer version), `synthesis_unresolved` (it cites
 * what is not there), `nothing_to_report` (no contribution is public), `unavailable` (the site changes too fast).
 */
export async function publishReport(publishing: Publishing): Promise<Result<{ number: number }>> {
  const { admin, call, base, locale = 'en' } = publishing;
  if (!can(admin, 'report.publish')) return failure('forbidden');
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const state = await stateOf(call, db);
    const content = await readReportContent(call, locale);
    if (!content) return failure('not_found');
    if (!content.contributions.some(isPublished)) return failure('nothing_to_report');
    const [text] = await listReportTexts(call);
    if ((text?.version ?? 0) !== base) return failure('draft_changed');
    const synthesis = text?.sections ?? [];
    if (!isPublishable(checkReport({ content, synthesis, locale }))) return failure('synthesis_unresolved');
    const number = (await newestNumber(call, db)) + 1;
    const report = await reportTree({ content, words: wordsIn(locale), locale, edition: number, synthesis });
    const done = await store(publishing, { report, content, number, text, state });
    if (done.ok || done.reason !== 'conflict') return done;
  }
  return failure('unavailable');
}

async function store(publishing: Publishing, made: Made): Promise<Result<{ number: number }>> {
  const files = await filesOf(made.report);
  const { admin } = publishing;
  return mutation({ actor: admin, timeout: 120_000, maxWait: 60_000 }, (context) =>
    freeze(publishing, made, files, context),
  );
}

async function freeze(
  { admin, call }: Publishing,
  { report, content, number, text, state }: Made,
  files: Awaited<ReturnType<typeof filesOf>>,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result<{ number: number }>> {
  const { id: callId } = await tx.call.findUniqueOrThrow({ where: { slug: call }, select: { id: true } });
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('report'), hashtext(${callId}))`);
  // A withdrawal waits until the report is there, and is then one that came later.
  await tx.$executeRaw(Prisma.sql`SELECT 1 FROM contributions WHERE call_id = ${callId}::uuid FOR SHARE`);
  if ((await stateOf(call, tx)) !== state || (await newestNumber(call, tx)) !== number - 1)
    throw new DomainError(failure('conflict'));
  const checksum = files.find(({ name }) => name === 'report.json')?.sha256 ?? '';
  const references = content.contributions.filter(isPublished).map(({ reference }) => reference);
  await tx.reportEdition.create({
    data: {
      callId,
      number,
      title: report.title,
      textVersion: text?.version ?? null,
      checksum,
      publishedAt: new Date(),
      publishedById: admin.userId,
      references,
    },
  });
  await tx.reportFile.createMany({ data: files.map((file) => ({ callId, number, ...file })) });
  await audit({
    action: 'report.published',
    subject: { kind: 'call', id: call },
    details: { number, checksum, contributions: references.length },
  });
  invalidate(TAGS.reports);
  return { ok: true, number };
}

async function filesOf(report: Report) {
  const files: { name: string; mediaType: string; size: number; sha256: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const name of REPORT_FILES) {
    const { mediaType, write } = REPORT_FORMATS[name];
    const written = await write(report);
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ name, mediaType, size: bytes.byteLength, sha256, bytes });
  }
  return files;
}

async function newestNumber(call: string, tx: Tx): Promise<number> {
  const { _max } = await tx.reportEdition.aggregate({ where: { call: { slug: call } }, _max: { number: true } });
  return _max.number ?? 0;
}

/** Differs whenever something that a report shows has changed: contributions, decisions, the dataset, or its text. */
async function stateOf(call: string, tx: Tx): Promise<string> {
  const [contributions, decisions, revision, text] = [
    await tx.contribution.findMany({
      where: { call: { slug: call } },
      orderBy: { id: 'asc' },
      select: { id: true, status: true, statusAt: true, currentRevision: true, contactsHiddenAt: true },
    }),
    await tx.decision.count(),
    await tx.revision.count(),
    await tx.reportText.aggregate({ where: { call: { slug: call } }, _max: { version: true } }),
  ];
  return JSON.stringify([contributions, decisions, revision, text._max.version]);
}

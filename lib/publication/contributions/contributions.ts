import { questionnaire } from '@/lib/calls/schema';
import { audienceOf, wordedFor } from '@/lib/calls/audiences';
import { DECIDABLE } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { sectionTitles } from '@/lib/questions/numbering';
import { asReadersMay } from '@/lib/publication/contact-details';
import { readContent } from './content';
import type { PublicContribution, PublicContributionSummary, PublicStub } from './schema';
import { publicContribution, publicContributionSummary, publicStub } from './schema';
import { countParts, summarise, SUMMARY, touchedAgreements } from './summary';
import type { SummaryRow } from './summary';

/** A contribution that was withdrawn or taken down has a page, as a tombstone, only if it had been published before. */
const PUBLIC = {
  status: { in: ['published' as const, 'unpublished' as const, 'withdrawn' as const] },
  publishedAt: { not: null },
};

/**
 * Published contributions and the tombstones of formerly published ones, newest first; of one call, after a reference,
 * where given.
 */
export async function listContributions({
  call,
  after,
  limit,
}: { call?: string; after?: string; limit?: number } = {}): Promise<PublicContributionSummary[]> {
  const rows = await db.contribution.findMany({
    where: { ...PUBLIC, ...(call !== undefined && { call: { slug: call, published: true } }) },
    orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
    ...(after !== undefined && { cursor: { reference: after }, skip: 1 }),
    ...(limit !== undefined && { take: limit }),
    select: SUMMARY,
  });
  const ids = rows.map((row) => row.id);
  const [counts, touched] = await Promise.all([countParts(ids), touchedAgreements(ids)]);
  return rows.map((row) => publicContributionSummary.parse(summarise(row, counts.get(row.id), touched.get(row.id))));
}

/** The references with a link: of published contributions, and of those that their authors withdrew. */
export async function listPublishedReferences(): Promise<ReadonlySet<string>> {
  const rows = await db.contribution.findMany({
    where: { ...PUBLIC, status: { in: ['published', 'withdrawn'] } },
    select: { reference: true },
  });
  return new Set(rows.flatMap(({ reference }) => reference ?? []));
}

/**
 * The content of the page of a reference: as `readContribution`, or a stub for a contribution that the dataset names
 * and that is not public.
 */
export async function readContributionOrStub(
  reference: string,
  locale: Locale,
): Promise<PublicContribution | PublicStub | null> {
  return (await readContribution(reference, locale)) ?? readStub(reference);
}

/**
 * Every public mention of a reference links to its page. If the dataset credits a contribution that is not public, the
 * page says so.
 */
async function readStub(reference: string): Promise<PublicStub | null> {
  const credited = { OR: [{ datasetRevisions: { some: {} } }, { credits: { some: {} } }] };
  const row = await db.contribution.findFirst({ where: { reference, ...credited }, select: { reference: true } });
  return row && publicStub.parse({ ...row, status: 'not_public' });
}

/**
 * One published contribution in full, or the tombstone of one that was withdrawn or taken down; null for any other
 * reference.
 */
export async function readContribution(reference: string, locale: Locale): Promise<PublicContribution | null> {
  const row = await db.contribution.findFirst({ where: { reference, ...PUBLIC }, select: WHOLE });
  if (!row) return null;
  return row.status === 'published'
    ? readWhole(row, locale)
    : publicContribution.parse({ ...summarise(row), ...NOTHING_LEFT });
}

/**
 * For the desk alone: a contribution that is not public, as its page would be if it were published now. It is read in
 * the same way, so that a preview shows neither more nor less. Null if it can't be published: a draft, or one that was
 * declined or withdrawn.
 */
export async function readAsPublished(
  reference: string,
  locale: Locale,
  now = new Date(),
): Promise<PublicContribution | null> {
  const row = await db.contribution.findFirst({ where: { reference, status: { in: [...DECIDABLE] } }, select: WHOLE });
  if (!row) return null;
  return readWhole(
    {
      ...row,
      status: 'published',
      statusAt: row.status === 'published' ? row.statusAt : now,
      publishedAt: row.publishedAt ?? now,
    },
    locale,
  );
}

const WHOLE = { ...SUMMARY, audience: true, questionnaire: { select: { version: true, content: true } } } as const;
type WholeRow = SummaryRow & {
  id: string;
  currentRevision: number;
  audience: string | null;
  questionnaire: { version: number; content: unknown };
};

async function readWhole(row: WholeRow, locale: Locale): Promise<PublicContribution> {
  const byLanguage = row.questionnaire.content as Record<string, unknown>; // an object by language; parsed here
  const asked = questionnaire.parse(byLanguage[locale] ?? byLanguage.en);
  const { questions } = wordedFor(asked, row.audience);
  const [counts, touched] = await Promise.all([countParts([row.id]), touchedAgreements([row.id])]);
  const whole = publicContribution.parse({
    ...summarise(row, counts.get(row.id), touched.get(row.id)),
    questionnaireVersion: row.call.published ? row.questionnaire.version : null,
    revision: row.currentRevision,
    audience: audienceOf(asked, row.audience),
    ...inSections(await readContent(row.id, row.currentRevision, questions, locale), sectionTitles(asked)),
  });
  return asReadersMay(row, whole);
}

/** Each answer with the section that its question stands in. */
function inSections<Content extends { answers: { question: string }[] }>(
  content: Content,
  sections: Record<string, string>,
) {
  return {
    ...content,
    answers: content.answers.map((answer) => ({
      ...answer,
      ...(sections[answer.question] !== undefined && { section: sections[answer.question] }),
    })),
  };
}

const NOTHING_LEFT = {
  questionnaireVersion: null,
  audience: null,
  revision: null,
  answers: [],
  signatories: [],
  projects: [],
  proposals: [],
};

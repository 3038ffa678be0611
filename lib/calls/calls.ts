import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { callTexts, questionnaire } from './schema';
import type { CallTexts, Questionnaire } from './schema';
import type { Question } from '@/lib/questions/registry';
import { acceptsContributions, callState } from './state';
import type { CallState } from './state';

export type CallSummary = {
  id: string;
  slug: string;
  opensAt: Date | null;
  closesAt: Date;
  timeZone: string;
  acceptsLate: boolean;
  state: CallState;
  texts: CallTexts;
};
export type CallPage = CallSummary & {
  questionnaire: { id: string; version: number; content: Questionnaire };
  annex: { slug: string; name: string; shortName: string }[];
};

const SUMMARY = {
  id: true,
  slug: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  acceptsLate: true,
  texts: true,
} as const;

/** The published calls, newest first. */
export async function listCalls(locale: string, now = new Date(), tx: Tx = db): Promise<CallSummary[]> {
  const rows = await tx.call.findMany({
    where: { published: true },
    select: SUMMARY,
    orderBy: [{ closesAt: 'desc' }, { slug: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    state: callState(row, now),
    texts: callTexts.parse(inLanguage(row.texts, locale)),
  }));
}

/** One published call with its newest published questionnaire and its annex; null for any other slug. */
export async function readCall(slug: string, locale: string, now = new Date(), tx: Tx = db): Promise<CallPage | null> {
  // The slug comes from an address: PostgreSQL refuses to compare some characters, and no call has them in its slug.
  if (slug.includes('\0')) return null;
  const row = await tx.call.findFirst({
    where: { slug, published: true, questionnaires: { some: { publishedAt: { not: null } } } },
    select: {
      ...SUMMARY,
      questionnaires: {
        where: { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { id: true, version: true, content: true },
      },
      annex: {
        orderBy: { position: 'asc' },
        select: { agreement: { select: { slug: true, name: true, shortName: true } } },
      },
    },
  });
  const newest = row?.questionnaires[0];
  if (!row || !newest) return null;
  const { texts, annex, questionnaires: _, ...call } = row;
  return {
    ...call,
    state: callState(call, now),
    texts: callTexts.parse(inLanguage(texts, locale)),
    questionnaire: {
      id: newest.id,
      version: newest.version,
      content: contentIn(newest.content, locale),
    },
    annex: annex.map((entry) => entry.agreement),
  };
}

/**
 * The call that takes contributions now and has a question of that kind: a call before its deadline if there is one,
 * else a call that takes late contributions, the newest first. Null if there is none.
 */
export async function findCallThatAsks(
  kind: Question['kind'],
  locale: string,
  now = new Date(),
  tx: Tx = db,
): Promise<CallPage | null> {
  const taking = (await listCalls(locale, now, tx)).filter(({ state }) => acceptsContributions(state));
  for (const { slug } of taking.toSorted(
    (one, other) => Number(other.state === 'open') - Number(one.state === 'open'),
  )) {
    const call = await readCall(slug, locale, now, tx);
    if (call?.questionnaire.content.questions.some((question) => question.kind === kind)) return call;
  }
  return null;
}

/** The questions of one questionnaire, the version a contribution began with. */
export async function readQuestionnaire(id: string, locale: string, tx: Tx = db): Promise<Questionnaire | null> {
  const row = await tx.questionnaire.findUnique({ where: { id }, select: { content: true } });
  return row && contentIn(row.content, locale);
}

/** The titles of a call's questions in all published versions; of a question in several, the newest one. */
export async function findFormerTitles(callId: string, locale: string, tx: Tx = db): Promise<Map<string, string>> {
  const versions = await tx.questionnaire.findMany({
    where: { callId, publishedAt: { not: null } },
    orderBy: { version: 'asc' },
    select: { content: true },
  });
  return new Map(
    versions.flatMap(({ content }) =>
      contentIn(content, locale).questions.map(({ key, shortTitle }) => [key, shortTitle] as const),
    ),
  );
}

/** The questions as they are stored, by language. */
export const contentIn = (content: unknown, locale: string): Questionnaire =>
  questionnaire.parse(inLanguage(content, locale));

/** Texts are stored by language; English is the one that always exists. */
function inLanguage(texts: unknown, locale: string): unknown {
  if (typeof texts !== 'object' || texts === null) return texts;
  // an object, as just checked; its values are parsed by the caller
  const byLanguage = texts as Record<string, unknown>;
  return byLanguage[locale] ?? byLanguage.en;
}

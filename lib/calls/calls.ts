import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { fillPlaceholders } from './placeholders';
import { callTexts, draftTexts, questionnaire } from './schema';
import type { CallTexts, Questionnaire } from './schema';
import type { Question } from '@/lib/questions/registry';
import { acceptsContributions, callState } from './state';
import type { CallNoticeKind, CallState } from './state';

export type CallSummary = {
  id: string;
  slug: string;
  opensAt: Date | null;
  /** Null for the standing call alone, which takes contributions all year. */
  closesAt: Date | null;
  timeZone: string;
  acceptsLate: boolean;
  acceptsFiles: boolean;
  publishesAtOnce: boolean;
  offersEditorsOnly: boolean;
  maxWords: number | null;
  state: CallState;
  texts: CallTexts;
};
/** What readers learn about a change of a public call; `closesAt` is the deadline from then on. */
export type CallNotice = { kind: CallNoticeKind; at: Date; closesAt: Date | null };
type CallParts = {
  annex: { slug: string; name: string; shortName: string }[];
  /** Oldest first. */
  notices: CallNotice[];
};
export type CallPage = CallSummary &
  CallParts & { questionnaire: { id: string; version: number; content: Questionnaire } };

const SUMMARY = {
  id: true,
  slug: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  acceptsLate: true,
  acceptsFiles: true,
  publishesAtOnce: true,
  offersEditorsOnly: true,
  maxWords: true,
  texts: true,
} as const;

const PAGE = {
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
  notices: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { kind: true, at: true, closesAt: true } },
} as const satisfies Prisma.CallSelect;

/** The published calls, newest first; the standing call is the last one. */
export async function listCalls(locale: string, now = new Date(), tx: Tx = db): Promise<CallSummary[]> {
  const rows = await tx.call.findMany({
    where: { published: true },
    select: SUMMARY,
    orderBy: [{ closesAt: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
  });
  return rows.map((row) => ({
    ...row,
    state: callState(row, now),
    texts: fillPlaceholders(callTexts.parse(inLanguage(row.texts, locale)), row, locale),
  }));
}

/** One published call with its newest published questionnaire and its annex; null for any other slug. */
export async function readCall(slug: string, locale: string, now = new Date(), tx: Tx = db): Promise<CallPage | null> {
  // The slug comes from an address: PostgreSQL refuses to compare some characters, and no call has them in its slug.
  if (slug.includes('\0')) return null;
  const row = await tx.call.findFirst({ where: { slug, published: true }, select: PAGE });
  const page = row && pageOf(row, locale, now);
  return page?.questionnaire ? { ...page, questionnaire: page.questionnaire } : null;
}

export type PreviewPage = CallSummary & CallParts & { questionnaire: CallPage['questionnaire'] | null };

/** A call as its page will be, also before it is complete; null if there is none. */
export async function readPreview(
  where: Prisma.CallWhereUniqueInput,
  locale: string,
  now = new Date(),
  tx: Tx = db,
): Promise<PreviewPage | null> {
  const row = await tx.call.findUnique({ where, select: PAGE });
  return row && pageOf(row, locale, now);
}

type PageRow = Prisma.CallGetPayload<{ select: typeof PAGE }>;

function pageOf({ texts, annex, questionnaires: [newest], ...call }: PageRow, locale: string, now: Date): PreviewPage {
  return {
    ...call,
    state: callState(call, now),
    texts: fillPlaceholders(draftTexts.parse(inLanguage(texts, locale)), call, locale),
    questionnaire: newest
      ? { id: newest.id, version: newest.version, content: questionnaireOf(newest.content, locale, call.maxWords) }
      : null,
    annex: annex.map((entry) => entry.agreement),
  };
}

/**
 * The call that takes contributions now and has a question of that kind: a call before its deadline if there is one,
 * else a call that takes late contributions, the newest first, else the standing call. Null if there is none.
 */
export async function findCallThatAsks(
  kind: Question['kind'],
  locale: string,
  now = new Date(),
  tx: Tx = db,
): Promise<CallPage | null> {
  const taking = (await listCalls(locale, now, tx)).filter(({ state }) => acceptsContributions(state));
  const rank = ({ state, closesAt }: CallSummary) => (closesAt === null ? 2 : state === 'open' ? 0 : 1);
  for (const { slug } of taking.toSorted((one, other) => rank(one) - rank(other))) {
    const call = await readCall(slug, locale, now, tx);
    if (call?.questionnaire.content.questions.some((question) => question.kind === kind)) return call;
  }
  return null;
}

/** The questions of one questionnaire, the version a contribution began with. */
export async function readQuestionnaire(id: string, locale: string, tx: Tx = db): Promise<Questionnaire | null> {
  const row = await tx.questionnaire.findUnique({
    where: { id },
    select: { content: true, call: { select: { maxWords: true } } },
  });
  return row && questionnaireOf(row.content, locale, row.call.maxWords);
}

/** A stored questionnaire in one language. The call's limit of words holds for questions without one of their own. */
export function questionnaireOf(content: unknown, locale: string, maxWords: number | null): Questionnaire {
  const parsed = contentIn(content, locale);
  if (maxWords === null) return parsed;
  return { ...parsed, questions: parsed.questions.map((question) => ({ maxWords, ...question })) };
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
export function inLanguage(texts: unknown, locale: string): unknown {
  if (typeof texts !== 'object' || texts === null) return texts;
  // an object, as just checked; its values are parsed by the caller
  const byLanguage = texts as Record<string, unknown>;
  return byLanguage[locale] ?? byLanguage.en;
}

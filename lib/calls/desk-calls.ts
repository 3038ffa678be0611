import { db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/client';
import { inLanguage } from './calls';
import type { CallNotice } from './calls';
import { DESK_CALL } from './constants';
import { draftTexts } from './schema';
import type { CallTexts } from './schema';
import { callState } from './state';
import type { CallState } from './state';

export type DeskCall = {
  slug: string;
  title: string;
  published: boolean;
  state: CallState;
  opensAt: Date | null;
  /** Null for the standing call. */
  closesAt: Date | null;
  timeZone: string;
  /** Drafts that are not sent yet, contributions that arrived, and those of them that are public. */
  counts: { begun: number; submitted: number; published: number };
};

const LISTED = {
  id: true,
  slug: true,
  published: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  acceptsLate: true,
  texts: true,
} as const satisfies Prisma.CallSelect;

type Listed = Prisma.CallGetPayload<{ select: typeof LISTED }>;

/** Every call that admins manage, the one with the latest deadline first, the standing call last. */
export async function listDeskCalls(now = new Date()): Promise<DeskCall[]> {
  const rows = await db.call.findMany({
    where: { NOT: { slug: DESK_CALL } },
    select: LISTED,
    orderBy: [{ closesAt: { sort: 'desc', nulls: 'last' } }, { slug: 'asc' }],
  });
  const counts = await countContributions(rows.map(({ id }) => id));
  return rows.map((row) => listed(row, counts.get(row.id), now));
}

type Counts = DeskCall['counts'];
const NONE: Counts = { begun: 0, submitted: 0, published: 0 };

function listed(row: Listed, counts: Counts | undefined, now: Date): DeskCall {
  const { slug, published, opensAt, closesAt, timeZone } = row;
  const { title } = draftTexts.parse(inLanguage(row.texts, 'en'));
  return { slug, title, published, state: callState(row, now), opensAt, closesAt, timeZone, counts: counts ?? NONE };
}

async function countContributions(callIds: string[]): Promise<Map<string, Counts>> {
  const rows = await db.$queryRaw<({ callId: string } & Counts)[]>`
    SELECT call_id AS "callId", count(*) FILTER (WHERE status = 'draft')::int AS begun,
      count(*) FILTER (WHERE submitted_at IS NOT NULL)::int AS submitted,
      count(*) FILTER (WHERE status = 'published')::int AS published
    FROM contributions WHERE call_id = ANY(${callIds}::uuid[]) GROUP BY call_id`;
  return new Map(rows.map(({ callId, ...counts }) => [callId, counts]));
}

export type ManagedCall = DeskCall & {
  acceptsLate: boolean;
  acceptsFiles: boolean;
  publishesAtOnce: boolean;
  offersEditorsOnly: boolean;
  maxWords: number | null;
  prefix: string;
  /** The prefix can't be changed any more. */
  prefixFixed: boolean;
  version: number;
  texts: CallTexts;
  /** In order. */
  annex: { slug: string; name: string }[];
  notices: CallNotice[];
  hasPreview: boolean;
  /** The number of the newest published version of its questionnaire, and of its questions. */
  questionnaire: { version: number; questions: number } | null;
};

/** One call with everything that admins manage; null for an unknown one, and for the desk's own. */
export async function readManagedCall(slug: string, now = new Date()): Promise<ManagedCall | null> {
  if (slug === DESK_CALL || slug.includes('\0')) return null;
  const row = await db.call.findUnique({
    where: { slug },
    select: {
      ...LISTED,
      acceptsFiles: true,
      publishesAtOnce: true,
      offersEditorsOnly: true,
      maxWords: true,
      prefix: true,
      nextNumber: true,
      version: true,
      previewHash: true,
      annex: { orderBy: { position: 'asc' }, select: { agreement: { select: { slug: true, name: true } } } },
      notices: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { kind: true, at: true, closesAt: true } },
      questionnaires: {
        where: { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { version: true, content: true },
      },
    },
  });
  if (!row) return null;
  const { acceptsLate, acceptsFiles, publishesAtOnce, offersEditorsOnly, maxWords, prefix, version, notices } = row;
  return {
    ...listed(row, (await countContributions([row.id])).get(row.id), now),
    ...{ acceptsLate, acceptsFiles, publishesAtOnce, offersEditorsOnly, maxWords, prefix, version, notices },
    prefixFixed: row.nextNumber > 1,
    texts: draftTexts.parse(inLanguage(row.texts, 'en')),
    annex: row.annex.map(({ agreement }) => agreement),
    hasPreview: row.previewHash !== null,
    questionnaire: questionnaireCount(row.questionnaires[0]),
  };
}

function questionnaireCount(newest: { version: number; content: unknown } | undefined): ManagedCall['questionnaire'] {
  if (!newest) return null;
  // an object by language, as the seed and the desk write it
  const { questions } = inLanguage(newest.content, 'en') as { questions: unknown[] };
  return { version: newest.version, questions: questions.length };
}

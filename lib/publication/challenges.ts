import { fieldOf } from '@/lib/agreements/facts/registry';
import { STANDING_CALL } from '@/lib/calls/constants';
import { workingDaysBetween } from '@/lib/contributions/promise';
import { db, Prisma } from '@/lib/platform/db/client';
import { groupBy } from '@/lib/platform/group-by';

/** An anonymous challenge is shown only among this many on the same cell: alone, it could be told whose it is. */
const MIN_ANONYMOUS = 2;

const CHALLENGE_STATES = ['waiting', 'asked', 'published'] as const;
type ChallengeState = (typeof CHALLENGE_STATES)[number];

/** All that is public of an open challenge: never its value, note, source, author or reference. */
export type PublicChallenge = {
  agreement: { slug: string; shortName: string };
  /** The key of the cell; of a row that the dataset does not have yet only its fact, since its name tells its value. */
  cell: string;
  /** In which it arrived, such as `2026-11`. */
  month: string;
  /** Working days since it arrived. */
  age: number;
  state: ChallengeState;
};

type Row = {
  id: string;
  slug: string;
  shortName: string;
  key: string;
  known: boolean;
  anonymous: boolean;
  status: 'submitted' | 'changes_requested' | 'published';
  receivedAt: Date;
};

const STATES: Record<Row['status'], ChallengeState> = {
  submitted: 'waiting',
  changes_requested: 'asked',
  published: 'published',
};

/**
 * The undecided cells of contributions to the standing call, those that wait longest first. An anonymous one is left out
 * unless another challenge of the same cell is open.
 */
export async function listOpenChallenges(now = new Date()): Promise<PublicChallenge[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT DISTINCT c.id, a.slug, a.short_name AS "shortName", p.key, c.anonymous, c.status::text AS status,
      c.submitted_at AS "receivedAt",
      EXISTS (SELECT 1 FROM cells x WHERE x.agreement_id = a.id AND x.key = p.key) AS known
    FROM proposed_changes p
    JOIN contributions c ON c.id = p.contribution_id AND c.status IN ('submitted', 'changes_requested', 'published')
    JOIN calls k ON k.id = c.call_id AND k.slug = ${STANDING_CALL} AND k.published
    JOIN agreements a ON a.id = p.agreement_id AND a.retired_at IS NULL
    WHERE p.status = 'pending' AND c.submitted_at IS NOT NULL
    ORDER BY c.submitted_at, a.slug, p.key, c.id`);
  const named = rows.map((row) => ({ ...row, cell: row.known ? row.key : (fieldOf(row.key) ?? row.key) }));
  // Several new rows of one contribution are one challenge of their fact.
  const challenges = [...new Map(named.map((row) => [`${row.id} ${row.slug} ${row.cell}`, row])).values()];
  const onCell = groupBy(challenges, cellId);
  return challenges
    .filter((challenge) => !challenge.anonymous || (onCell.get(cellId(challenge))?.length ?? 0) >= MIN_ANONYMOUS)
    .map(({ slug, shortName, cell, status, receivedAt }) => ({
      agreement: { slug, shortName },
      cell,
      month: receivedAt.toISOString().slice(0, 7),
      age: workingDaysBetween(receivedAt, now),
      state: STATES[status],
    }));
}

const cellId = ({ slug, cell }: { slug: string; cell: string }) => `${slug} ${cell}`;

import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { ContributionStatus } from '@/lib/contributions/state';
import { assignmentBlocker } from './round-robin';
import type { AssigneeBlocker, Candidate, Unassigned } from './round-robin';

/**
 * The states in which a contribution needs an editor: a published one needs none, although its proposals can still be
 * decided.
 */
const WAITING = ['submitted', 'changes_requested'] as const;

export type Assignable = { userId: string; name: string; open: number; blocker: AssigneeBlocker | null };
export type ReviewPeople = {
  assignee: { userId: string; name: string } | null;
  assignedAt: Date | null;
  /** Who has stepped aside, first to last. */
  recused: { userId: string; name: string; at: Date }[];
  /** All editors of the desk, and why some of them can't take it. */
  candidates: Assignable[];
};

const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email;

/**
 * Who works on a contribution, who has recused themselves, and who could take it; null for a draft or an unknown
 * reference.
 */
export async function readPeopleOf(reference: string): Promise<ReviewPeople | null> {
  const row = await db.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: {
      publicAffiliation: true,
      assignedAt: true,
      contact: { select: { affiliation: true, email: true } },
      assignee: { select: { id: true, name: true, email: true } },
      recusals: {
        orderBy: { createdAt: 'asc' },
        select: { createdAt: true, user: { select: { id: true, name: true, email: true } } },
      },
    },
  });
  if (!row) return null;
  const contribution = {
    affiliation: row.contact?.affiliation ?? row.publicAffiliation,
    email: row.contact?.email ?? null,
    affiliationPublic: row.publicAffiliation !== null,
    recused: row.recusals.map(({ user }) => user.id),
  };
  const candidates = await listCandidates(db);
  return {
    assignee: row.assignee && { userId: row.assignee.id, name: nameOf(row.assignee) },
    assignedAt: row.assignedAt,
    recused: row.recusals.map(({ createdAt, user }) => ({ userId: user.id, name: nameOf(user), at: createdAt })),
    candidates: candidates.map(({ name, ...person }) => ({
      userId: person.userId,
      name,
      open: person.open,
      blocker: assignmentBlocker(person, contribution),
    })),
  };
}

/** All editors of the desk with the contributions assigned to them, by name. */
export async function listCandidates(tx: Tx): Promise<(Candidate & { name: string })[]> {
  return tx.$queryRaw<(Candidate & { name: string })[]>(Prisma.sql`
    SELECT u.id AS "userId", coalesce(u.name, u.email) AS name, u.organisation, u.email,
      (SELECT count(*)::int FROM contributions c WHERE c.assignee_id = u.id AND c.status = ANY(${WAITING}::contribution_status[])) AS open,
      (SELECT max(c.assigned_at) FROM contributions c WHERE c.assignee_id = u.id) AS "lastAt"
    FROM users u WHERE u.deactivated_at IS NULL AND u.role <> 'observer' ORDER BY name, u.id`);
}

/** How many contributions that wait each person looks after; who has none is not among them. */
export async function listOpenCounts(): Promise<Map<string, number>> {
  const rows = await db.contribution.groupBy({
    by: ['assigneeId'],
    where: { assigneeId: { not: null }, status: { in: [...WAITING] } },
    _count: { _all: true },
  });
  return new Map(
    rows.flatMap(({ assigneeId, _count }) => (assigneeId === null ? [] : [[assigneeId, _count._all] as const])),
  );
}

/**
 * The waiting contributions that are assigned to no editor, or to a person who has left or only observes; oldest first, at most `most`.
 * Locked until the transaction ends.
 */
export async function holdUnassigned(most: number, tx: Tx): Promise<Unassigned[]> {
  const rows = await tx.$queryRaw<(Unassigned & { at: Date })[]>(Prisma.sql`
    SELECT c.id, c.submitted_at AS at, coalesce(t.affiliation, c.public_affiliation) AS affiliation, t.email, c.public_affiliation IS NOT NULL AS "affiliationPublic", c.author_id AS "authorId",
      ARRAY(SELECT r.user_id FROM recusals r WHERE r.contribution_id = c.id) AS recused
    FROM contributions c LEFT JOIN contacts t ON t.contribution_id = c.id
    WHERE c.id IN (SELECT o.id FROM contributions o WHERE ${unassigned} ORDER BY o.submitted_at, o.id LIMIT ${most}) ORDER BY c.id FOR NO KEY UPDATE OF c`);
  return rows.toSorted((one, other) => one.at.getTime() - other.at.getTime()).map(({ at: _, ...row }) => row);
}

const unassigned = Prisma.sql`o.status = ANY(${WAITING}::contribution_status[])
  AND (o.assignee_id IS NULL OR o.assignee_id IN (SELECT g.id FROM users g WHERE g.deactivated_at IS NOT NULL OR g.role = 'observer'))`;

/** How many waiting contributions are assigned to no editor. */
export async function countUnassigned(tx: Tx = db): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count FROM contributions o WHERE ${unassigned}`,
  );
  return row?.count ?? 0;
}

export type AssignedRow = { reference: string; status: ContributionStatus; assignedAt: Date; pending: number };

/** What an editor looks after and what waits for something, the longest with them first. */
export async function listAssignedTo(userId: string): Promise<AssignedRow[]> {
  const rows = await db.contribution.findMany({
    where: { assigneeId: userId, status: { in: [...WAITING] } },
    orderBy: [{ assignedAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      reference: true,
      status: true,
      assignedAt: true,
      _count: { select: { proposedChanges: { where: { status: 'pending' } } } },
    },
  });
  return rows.flatMap(({ reference, assignedAt, status, _count }) =>
    reference && assignedAt ? [{ reference, status, assignedAt, pending: _count.proposedChanges }] : [],
  );
}

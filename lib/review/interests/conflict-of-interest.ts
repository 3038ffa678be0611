import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Failure, Issue } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { decisionBlocker } from '@/lib/review/policy';
import type { Editor } from '@/lib/accounts/policy';
import type { Concerned, Blocker } from '@/lib/review/policy';

/** The relation of this editor to contribution `c` with its contact `t`: the columns of `Concerned`. */
export const concernedColumns = (userId: Prisma.Sql) => Prisma.sql`
  coalesce(t.affiliation, c.public_affiliation) AS affiliation, t.email, c.public_affiliation IS NOT NULL AS "affiliationPublic",
  EXISTS (SELECT 1 FROM recusals r WHERE r.contribution_id = c.id AND r.user_id = ${userId}) AS recused,
  EXISTS (SELECT 1 FROM conflict_statements s WHERE s.contribution_id = c.id AND s.user_id = ${userId}) AS apart`;

/** The relation of an editor to each of these contributions, by id. */
export async function readConcerned(
  ids: readonly string[],
  editor: Pick<Editor, 'userId'>,
  tx: Tx = db,
): Promise<Map<string, Concerned>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Concerned & { id: string })[]>(Prisma.sql`
    SELECT c.id, ${concernedColumns(Prisma.sql`${editor.userId}`)}
    FROM contributions c LEFT JOIN contacts t ON t.contribution_id = c.id WHERE c.id = ANY(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map(({ id, ...concerned }) => [id, concerned]));
}

/** Thrown where it is the second editor who may not: what was asked for stays, and another can agree. */
export class SecondBarred extends DomainError {}

type Deciders = { editor: Editor; /** Who agrees to the command as second editor. */ second: Editor | null };

/**
 * Demands that all who decide may decide on all contributions concerned: not only on the one decided, but on each that
 * is joined, superseded or put back too. `concerned` names them, with the place in the command that concerns them if
 * there is one. Throws DomainError with a `Blocker`, marking each such place.
 */
export async function demandUnbiased(
  concerned: readonly { id: string; path?: string }[],
  { editor, second }: Deciders,
  tx: Tx,
): Promise<void> {
  for (const person of second ? [editor, second] : [editor]) {
    const known = await readConcerned(
      concerned.map(({ id }) => id),
      person,
      tx,
    );
    const blocked = concerned.flatMap(({ id, path }) => {
      const row = known.get(id);
      const blocker = row ? decisionBlocker(person, row) : null;
      return blocker === null ? [] : [{ blocker, path }];
    });
    if (blocked.length === 0) continue;
    const reason = GRAVEST.find((one) => blocked.some(({ blocker }) => blocker === one)) ?? 'other_editor';
    const issues = blocked.flatMap(({ blocker, path }): Issue[] =>
      path === undefined ? [] : [{ path, code: CODES[blocker] }],
    );
    const failed = issues.length > 0 ? failure(reason, issues) : failure(reason);
    throw person === second ? new SecondBarred(failed) : new DomainError(failed);
  }
}

const GRAVEST = ['forbidden', 'own_organisation', 'other_editor', 'recused', 'likely_own_organisation'] as const;

/** How a place of the command is marked: by another contribution that it would decide along. */
const CODES: Record<Blocker, string> = {
  forbidden: 'rival_other_editor',
  own_organisation: 'rival_own_organisation',
  other_editor: 'rival_other_editor',
  recused: 'rival_recused',
  likely_own_organisation: 'rival_likely_own_organisation',
};

/**
 * Why an editor may not write or send one of these mails: it goes to the contact of a contribution on which they may
 * not decide. Null if they may.
 */
export async function findMailBlocker(mailIds: readonly string[], editor: Editor): Promise<Failure | null> {
  const mails = await db.mail.findMany({
    where: { id: { in: [...mailIds] }, contributionId: { not: null } },
    select: { contributionId: true },
  });
  const concerned = await readConcerned(
    mails.flatMap(({ contributionId }) => contributionId ?? []),
    editor,
  );
  const blockers = [...concerned.values()].map((one) => decisionBlocker(editor, one));
  const reason = GRAVEST.find((one) => blockers.includes(one));
  return reason === undefined ? null : failure(reason);
}

export type StatedApart = { name: string; reason: string; at: Date };

/** Which editors have said that a contribution is not of their organisation, and why; for their colleagues. */
export async function listStatements(contributionId: string): Promise<StatedApart[]> {
  const rows = await db.conflictStatement.findMany({
    where: { contributionId },
    orderBy: { createdAt: 'asc' },
    select: { reason: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return rows.map(({ reason, createdAt, user }) => ({ name: user.name ?? user.email, reason, at: createdAt }));
}

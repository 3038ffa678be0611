import type { CellContent } from '@/lib/agreements/schema';
import type { ChangeStatus } from '@/lib/contributions/state';
import type { Tx } from '@/lib/platform/db/client';
import { isViewOn } from '@/lib/review/stated-views';
import { Prisma, db } from '@/lib/platform/db/client';

/** A revision that can be taken back, with the contributions it concerns. */
export type UndoableRevision = {
  id: string;
  agreementId: string;
  slug: string;
  version: number;
  kind: string;
  /** The contributions with a change that this revision decided, the one it is credited to among them. */
  contributionIds: string[];
};

/**
 * The revisions of these ids; an unknown one is left out. An undoing also concerns what the undone revision concerned.
 */
export async function findRevisions(ids: string[], tx: Tx = db): Promise<UndoableRevision[]> {
  const rows = await tx.revision.findMany({
    where: { id: { in: ids } },
    orderBy: [{ agreementId: 'asc' }, { version: 'desc' }],
    select: {
      id: true,
      agreementId: true,
      version: true,
      kind: true,
      contributionId: true,
      revertsId: true,
      agreement: { select: { slug: true } },
      decisions: {
        select: {
          change: {
            select: { contributionId: true, defeated: { select: { change: { select: { contributionId: true } } } } },
          },
        },
      },
    },
  });
  const undone = rows.flatMap(({ revertsId }) => revertsId ?? []);
  const before = new Map(
    (undone.length > 0 ? await findRevisions(undone, tx) : []).map(({ id, contributionIds }) => [id, contributionIds]),
  );
  return rows.map(({ agreement, decisions, contributionId, revertsId, ...row }) => ({
    ...row,
    slug: agreement.slug,
    contributionIds: [
      ...new Set([
        ...(contributionId === null ? [] : [contributionId]),
        ...decisions.flatMap(({ change }) => [
          change.contributionId,
          ...change.defeated.map((lost) => lost.change.contributionId),
        ]),
        ...(before.get(revertsId ?? '') ?? []),
      ]),
    ].sort(),
  }));
}

/** The id of a version of an agreement; null where there is none. */
export async function findRevisionId(slug: string, version: number, tx: Tx = db): Promise<string | null> {
  return (await tx.revision.findFirst({ where: { version, agreement: { slug } }, select: { id: true } }))?.id ?? null;
}

export type RevisedCell = {
  key: string;
  before: (CellContent & { asOf?: string }) | null;
  /** The cell is as the revision left it: nothing has changed it since. */
  stands: boolean;
  /** The version the cell is at now; 0 where it holds nothing. */
  currentVersion: number;
  /** The revision that had brought the earlier content, and when it was decided: null if it was imported. */
  originId: string | null;
  originAt: Date | null;
};

/** What a revision did, cell by cell, and whether it is still valid. Read it while the agreement is locked. */
export async function listRevisedCells(
  { id, agreementId, version }: Pick<UndoableRevision, 'id' | 'agreementId' | 'version'>,
  tx: Tx = db,
): Promise<RevisedCell[]> {
  return tx.$queryRaw<RevisedCell[]>(Prisma.sql`
    SELECT c.key, c.before, coalesce(now.version, 0) AS "currentVersion", origin.id AS "originId", origin.decided_at AS "originAt",
      NOT EXISTS (
        SELECT 1 FROM revisions later JOIN revision_cells x ON x.revision_id = later.id AND x.key = c.key
        WHERE later.agreement_id = ${agreementId}::uuid AND later.version > ${version}
      ) AS stands
    FROM revision_cells c
    LEFT JOIN cells now ON now.agreement_id = ${agreementId}::uuid AND now.key = c.key
    LEFT JOIN LATERAL (
      SELECT r.id, CASE WHEN r.kind <> 'import' THEN r.created_at END AS decided_at FROM revisions r JOIN revision_cells x ON x.revision_id = r.id AND x.key = c.key
      WHERE r.agreement_id = ${agreementId}::uuid AND r.version < ${version} AND r.kind <> 'revert' AND x.after = c.before
      ORDER BY r.version DESC LIMIT 1
    ) origin ON true
    WHERE c.revision_id = ${id}::uuid ORDER BY c.key`);
}

/** The decisions that an editor recorded in one go on one contribution. */
export async function listCommand(commandId: string, contributionId: string, tx: Tx = db) {
  return tx.decision.findMany({
    where: { commandId, change: { contributionId } },
    orderBy: { id: 'asc' },
    select: { changeId: true, outcome: true, revisionId: true, change: { select: { key: true } } },
  });
}

/** How one change was decided; null for a change that is not one of this contribution's, or is not decided. */
export async function findDecided(changeId: string, contributionId: string, tx: Tx = db) {
  return tx.decision.findFirst({
    where: { changeId, change: { contributionId } },
    select: { changeId: true, outcome: true, revisionId: true, change: { select: { key: true } } },
  });
}

/**
 * Changes that these revisions decided in these cells, and those that lost to them: they are put back with the cells.
 */
export async function listDecidedBy(targets: { revision: string; keys: string[] }[], tx: Tx = db): Promise<string[]> {
  const rows = await tx.decision.findMany({
    where: { revisionId: { in: targets.map(({ revision }) => revision) } },
    select: {
      changeId: true,
      revisionId: true,
      change: { select: { key: true, defeated: { select: { changeId: true } } } },
    },
  });
  const wrote = (key: string, keys: string[]) => keys.some((one) => one === key || isViewOn(key, one));
  return rows
    .filter(({ revisionId, change }) =>
      targets.some(({ revision, keys }) => revision === revisionId && wrote(change.key, keys)),
    )
    .flatMap(({ changeId, change }) => [changeId, ...change.defeated.map((lost) => lost.changeId)]);
}

/**
 * The contributions that had brought the earlier content of these cells, and would bring it again: the credited one and
 * those joined with it.
 */
export async function listBringers(cells: Pick<RevisedCell, 'key' | 'originId'>[], tx: Tx = db): Promise<string[]> {
  const origins = cells.flatMap(({ key, originId }) => (originId === null ? [] : [{ revisionId: originId, key }]));
  if (origins.length === 0) return [];
  const decisions = await tx.decision.findMany({
    where: { OR: origins.map(({ revisionId, key }) => ({ revisionId, change: { key } })) },
    select: { change: { select: { contributionId: true } } },
  });
  return [...new Set(decisions.map(({ change }) => change.contributionId))].sort();
}

export type DecidedCell = {
  change: string;
  key: string;
  /** The short name of the agreement; null where it never got into the dataset. */
  agreement: string | null;
  outcome: Exclude<ChangeStatus, 'pending' | 'withdrawn'>;
  /** The decision was undone: the cell is decided anew, or taken back in the dataset. */
  undone: boolean;
};

/** What an editor decided in one go on a contribution. */
export type DecidedCommand = { id: string; at: Date; by: string; secondedBy: string | null; cells: DecidedCell[] };

/** Everything that was decided on a contribution, command by command, the newest first. */
export async function listCommands(reference: string): Promise<DecidedCommand[]> {
  const rows = await db.decision.findMany({
    where: { change: { contribution: { reference } } },
    orderBy: [{ decidedAt: 'desc' }, { commandId: 'asc' }, { change: { key: 'asc' } }],
    select: {
      commandId: true,
      decidedAt: true,
      outcome: true,
      user: { select: { name: true, email: true } },
      secondedBy: { select: { name: true, email: true } },
      revision: { select: { revertedBy: { select: { changes: { select: { key: true } } } } } },
      change: {
        select: { id: true, key: true, round: true, proposalId: true, agreement: { select: { shortName: true } } },
      },
    },
  });
  const rounds = await db.proposedChange.findMany({
    where: { contribution: { reference }, round: { gt: 1 } },
    select: { proposalId: true, key: true, round: true },
  });
  const commands = new Map<string, DecidedCommand>();
  for (const { commandId, decidedAt, outcome, user, secondedBy, revision, change } of rows) {
    const command = commands.get(commandId) ?? {
      id: commandId,
      at: decidedAt,
      by: user.name ?? user.email,
      secondedBy: secondedBy && (secondedBy.name ?? secondedBy.email),
      cells: [],
    };
    const again = rounds.some(
      (other) => other.proposalId === change.proposalId && other.key === change.key && other.round > change.round,
    );
    const reverted =
      revision?.revertedBy.some(({ changes }) =>
        changes.some(({ key }) => key === change.key || isViewOn(change.key, key)),
      ) ?? false;
    command.cells.push({
      change: change.id,
      key: change.key,
      agreement: change.agreement?.shortName ?? null,
      outcome,
      undone: again || reverted,
    });
    commands.set(commandId, command);
  }
  return [...commands.values()];
}

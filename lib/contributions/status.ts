import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { statesBefore } from './state';
import type { ChangeStatus, ContributionStatus } from './state';

/** A change to a new status; `submitted` means reopening. A contributor's sending uses `markSubmitted`. */
type StatusChange = {
  id: string;
  to: Exclude<ContributionStatus, 'draft'>;
  /** For the contributor; for all readers if the contribution is taken down. */
  reason?: string;
  now?: Date;
};

/**
 * Moves a contribution from one status to another and records it, as the transition table allows. What an editor
 * entered on behalf of its contributor is not published without consent (docs/decisions/0044), and what is for the
 * editors only is not published at all (docs/decisions/0052).
 * Reasons: `not_found`, `already_in_status` (nothing to change), `not_allowed_in_status`, `consent_missing`,
 * `for_editors_only`.
 */
export async function changeStatus(
  { id, to, reason, now = new Date() }: StatusChange,
  context: MutationContext,
): Promise<Result> {
  const { tx, audit } = context;
  const from: readonly ContributionStatus[] = to === 'submitted' ? REOPENED : statesBefore(to);
  if (to === 'published' && (await awaitsConsent(id, tx))) return failure('consent_missing');
  if (to === 'published' && (await isForEditorsOnly(id, tx))) return failure('for_editors_only');
  const moved = await writeStatus({ id, from, to, columns: Prisma.sql`status_reason = ${reason ?? null}`, now }, tx);
  if (!moved) {
    const row = await tx.contribution.findUnique({ where: { id }, select: { status: true } });
    if (!row) return failure('not_found');
    return failure(row.status === to ? 'already_in_status' : 'not_allowed_in_status');
  }
  const action = await actionOf({ id, to, now }, tx);
  await audit({ action: `contribution.${action}`, subject: { kind: 'contribution', id } });
  return { ok: true };
}

/** The states from which an editor reopens. */
const REOPENED: readonly ContributionStatus[] = ['declined', 'kept'];

/** Its contributor may send another version at this moment: the row stays as it is until the transaction ends. */
async function isForEditorsOnly(id: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM contributions WHERE id = ${id}::uuid AND editors_only FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Held until the transaction ends: an editor who sends another version at this moment comes before or after. */
async function awaitsConsent(contributionId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM entries_on_behalf WHERE contribution_id = ${contributionId}::uuid AND consented_at IS NULL FOR SHARE`;
  return rows.length > 0;
}

/** The name in the audit log. Putting back keeps the first date of publication, and with it the citation. */
async function actionOf({ id, to, now }: { id: string; to: ContributionStatus; now: Date }, tx: Tx): Promise<string> {
  if (to === 'submitted') return 'reopened';
  if (to !== 'published') return to;
  const first = await tx.contribution.updateMany({ where: { id, publishedAt: null }, data: { publishedAt: now } });
  return first.count === 1 ? 'published' : 'put_back';
}

type Sending = {
  id: string;
  from: readonly ContributionStatus[];
  /** The other columns of the row that depend on the sent revision. */
  columns: Prisma.Sql;
  now: Date;
};

/** Makes a draft or a correction a submission. Returns its reference; null if its status is not in `from`. */
export async function markSubmitted({ id, from, columns, now }: Sending, tx: Tx): Promise<string | null> {
  const row = await writeStatus({ id, from, to: 'submitted', columns, now }, tx);
  return row?.reference ?? null;
}

/** The only statement that writes a contribution's status. Returns null if its status is not in `from`. */
async function writeStatus(
  { id, from, to, columns, now }: Sending & { to: ContributionStatus },
  tx: Tx,
): Promise<{ reference: string | null } | null> {
  const rows = await tx.$queryRaw<{ reference: string | null }[]>(Prisma.sql`
    UPDATE contributions SET status = ${to}::contribution_status, status_at = ${now}, ${columns}
    WHERE id = ${id}::uuid AND status = ANY(${[...from]}::contribution_status[]) RETURNING reference`);
  return rows[0] ?? null;
}

/**
 * Writes the status of pending proposed changes: the only function that does. Returns the ids of those that were still
 * pending. It locks rows in one order, so that a decision and a withdrawal at the same time can't deadlock.
 */
export async function markChanges(
  changes: { id: string; status: Exclude<ChangeStatus, 'pending'> }[],
  now: Date,
  tx: Tx,
): Promise<Set<string>> {
  if (changes.length === 0) return new Set();
  await tx.$queryRaw`
    SELECT 1 FROM proposed_changes WHERE id = ANY(${changes.map(({ id }) => id)}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const marked = await tx.$queryRaw<{ id: string }[]>`
    UPDATE proposed_changes c SET status = x.status::change_status, status_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS x(id uuid, status text)
    WHERE c.id = x.id AND c.status = 'pending' RETURNING c.id`;
  return new Set(marked.map(({ id }) => id));
}

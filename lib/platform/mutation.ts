import { invalidateLocal, publishInvalidation } from '@/lib/platform/cache/invalidation';
import { recordAudit, recordEvent } from '@/lib/platform/audit/record';
import type { AuditActor, AuditEvent } from '@/lib/platform/audit/record';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { asResult, DomainError, REASONS_OF_ACTOR } from './errors';
import type { Failure } from './errors';

/** The context of a mutation. A function that takes part in a caller's mutation takes it as its last argument. */
export type MutationContext = {
  tx: Tx;
  /** Writes events of the audit log in the transaction; by the actor of the mutation unless one names another. */
  audit: (...events: AuditEvent[]) => Promise<void>;
  /** Collects tags of pages that the change makes stale. After the commit every process forgets these pages. */
  invalidate: (...tags: string[]) => void;
};

export type MutationOptions = {
  /** An editor (or their program), the contributor, who is never named, or the system. */
  actor: AuditActor;
  /** The name of the command in the audit event that records a refusal because of the actor. */
  command?: string;
  /** The subject of the command. */
  reference?: string;
  /** Rolls the work back and returns its result. */
  dryRun?: boolean;
  /** Milliseconds until the transaction fails. */
  timeout?: number;
  /** Milliseconds to wait for a connection. */
  maxWait?: number;
  /** The transaction sees one state of the database. If two overlap, one fails and is run again, at most so often. */
  serializableAttempts?: number;
};

/** Longer than Prisma's five seconds, because a machine under load is slow. */
const TRANSACTION_OPTIONS = { timeout: 20_000, maxWait: 10_000 };

/**
 * Runs work that changes the database in one transaction, with its audit events and the invalidation of cached pages in
 * every process. A failure that the work returns, or throws as DomainError, rolls everything back and is returned. If
 * the failure lies in the actor (`REASONS_OF_ACTOR`) and the mutation has a `command`, the audit log records it. Any
 * other error is thrown.
 */
export async function mutation<R extends { ok: true } | Failure>(
  options: MutationOptions,
  work: (context: MutationContext) => Promise<R>,
): Promise<R | Failure> {
  const result = await runAttempts(options, work);
  if (!result.ok) await recordRefusal(options, result);
  return result;
}

async function runAttempts<R extends { ok: true } | Failure>(
  options: MutationOptions,
  work: (context: MutationContext) => Promise<R>,
): Promise<R | Failure> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await asResult(() => runOnce(options, work));
    } catch (error) {
      if (attempt >= (options.serializableAttempts ?? 1) || !isOvertaken(error)) throw error;
    }
  }
}

async function runOnce<R extends { ok: true } | Failure>(
  { actor, dryRun, timeout, maxWait, serializableAttempts }: MutationOptions,
  work: (context: MutationContext) => Promise<R>,
): Promise<R> {
  const stale = new Set<string>();
  const transaction = async (tx: Tx): Promise<R> => {
    const result = await work({
      tx,
      audit: (...events) => recordAudit(tx, actor, events),
      invalidate: (...tags) => tags.forEach((tag) => stale.add(tag)),
    });
    if (!result.ok) throw new DomainError(result);
    if (dryRun) throw new DryRun(result);
    await publishInvalidation([...stale], tx);
    return result;
  };
  try {
    const result = await db.$transaction(transaction, {
      timeout: timeout ?? TRANSACTION_OPTIONS.timeout,
      maxWait: maxWait ?? TRANSACTION_OPTIONS.maxWait,
      ...(serializableAttempts !== undefined && { isolationLevel: 'Serializable' }),
    });
    if (stale.size > 0) invalidateLocal([...stale]);
    return result;
  } catch (error) {
    if (error instanceof DryRun) return error.result as R; // thrown above with the result of this work
    throw error;
  }
}

/** Carries a result out of the transaction that it rolls back. */
class DryRun extends Error {
  constructor(readonly result: unknown) {
    super('dry run');
  }
}

/** PostgreSQL's 40001, or a unique index that found the other transaction first. */
function isOvertaken(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return ['P2034', 'P2002'].includes(error.code) || /40001/.test(error.message);
  return error instanceof Error && /40001|could not serialize/.test(error.message);
}

/** Uses its own transaction, because the refused one is rolled back. The reason never identifies a contributor. */
async function recordRefusal({ actor, command, reference }: MutationOptions, { reason }: Failure): Promise<void> {
  if (command === undefined || typeof actor === 'string' || !REASONS_OF_ACTOR.includes(reason)) return;
  const found =
    reference === undefined ? null : await db.contribution.findUnique({ where: { reference }, select: { id: true } });
  await recordEvent({
    actor,
    action: 'decision.refused',
    subject: found ? { kind: 'contribution', id: found.id } : { kind: 'user', id: actor.userId },
    details: { command, reason, ...(actor.token !== undefined && { token: actor.token }) },
  });
}

/** The same transaction for another actor: a second editor's consent carries out the first editor's command. */
export const actingAs = (actor: AuditActor, context: MutationContext): MutationContext => ({
  ...context,
  audit: (...events) => context.audit(...events.map((event) => ({ actor, ...event }))),
});

import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/client';

/** Who acts: an editor by user id, a contributor (never named here), or the system itself. */
export type AuditActor = { kind: 'editor'; userId: string } | { kind: 'contributor' } | { kind: 'system' };

export type AuditEntry = {
  actor: AuditActor;
  action: string;
  subject: {
    kind:
      | 'contribution'
      | 'agreement'
      | 'mail'
      | 'user'
      | 'call'
      | 'token'
      | 'rule'
      | 'snippet'
      | 'criterion_set'
      | 'bulk_entry'
      | 'release'
      | 'dataset'
      | 'audit_log';
    id: string;
  };
  /** Keys, versions, outcomes. Never a name, an address or typed text: a text that can't be a key is refused. */
  details?: Prisma.InputJsonObject;
};

/** Writes one event, in the transaction of the change. Throws if the details hold a text that can't be a key. */
export async function recordAudit(tx: Tx, { actor, action, subject, details }: AuditEntry): Promise<void> {
  demandKeys(details, action);
  await tx.auditEvent.create({
    data: {
      actorKind: actor.kind,
      userId: actor.kind === 'editor' ? actor.userId : null,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      details: details ?? {},
    },
    select: { id: true },
  });
}

/**
 * Writes an event of a repeated act, such as reading: once an hour for each actor, subject and details. Two at the same
 * moment become one.
 */
export async function recordHourly(entry: AuditEntry & { actor: { kind: 'editor'; userId: string } }): Promise<void> {
  const { actor, action, subject, details = {} } = entry;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${action} ${actor.userId} ${subject.id}`}, 0))`;
    const since = { gte: new Date(Date.now() - 3_600_000) };
    const known = await tx.auditEvent.count({
      where: {
        action,
        userId: actor.userId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        details: { equals: details },
        at: since,
      },
    });
    if (known === 0) await recordAudit(tx, entry);
  });
}

/**
 * Texts contain spaces, and e-mail addresses an @: this keeps both out of the log, also when a later event passes them
 * by mistake.
 */
const KEY = /^[\w.:-]{0,150}$/;

function demandKeys(value: unknown, action: string): void {
  if (typeof value === 'string' && !KEY.test(value))
    throw new Error(`The audit event ${action} would hold something that is no key`);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    demandKeys(name, action);
    demandKeys(inner, action);
  }
}

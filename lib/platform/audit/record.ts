import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/client';

/**
 * The actor: an editor by user id, with the id of the API token if a program acts; a contributor (never named here); or
 * the system.
 */
export type AuditActor = { userId: string; token?: string } | 'contributor' | 'system';

export type AuditEvent = {
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
      | 'source'
      | 'bulk_entry'
      | 'participant'
      | 'participant_table'
      | 'release'
      | 'dataset'
      | 'settings'
      | 'audit_log';
    id: string;
  };
  /** Keys, versions, outcomes. Never a name, an address or typed text: a text that can't be a key is refused. */
  details?: Prisma.InputJsonObject;
  /** Where it is another than the mutation's. */
  actor?: AuditActor;
};

/**
 * Writes events of one actor, in the transaction of the change; an event may name another actor. Throws if the details
 * hold a text that can't be a key.
 */
export async function recordAudit(tx: Tx, actor: AuditActor, events: AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.auditEvent.createMany({ data: events.map((event) => rowOf({ actor, ...event })) });
}

function rowOf({ actor, action, subject, details = {} }: AuditEvent & { actor: AuditActor }) {
  demandKeys(details, action);
  return {
    actorKind: typeof actor === 'string' ? actor : ('editor' as const),
    userId: typeof actor === 'string' ? null : actor.userId,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    details,
  };
}

/** Writes an event that belongs to no change: of something that was read, taken away, or came to nothing. */
export const recordEvent = ({ actor, ...event }: AuditEvent & { actor: AuditActor }): Promise<void> =>
  recordAudit(db, actor, [event]);

/**
 * Writes an event of a repeated act, such as reading: once an hour for each actor, subject and details. Two at the same
 * moment become one.
 */
export async function recordHourly({ actor, ...event }: AuditEvent & { actor: { userId: string } }): Promise<void> {
  const { action, subject, details = {} } = event;
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
    if (known === 0) await recordAudit(tx, actor, [event]);
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

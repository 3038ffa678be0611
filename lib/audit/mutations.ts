import type { Tx } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/client';

/** Who acts: an editor by user id, a contributor (never named here), or the system itself. */
export type AuditActor = { kind: 'editor'; userId: string } | { kind: 'contributor' } | { kind: 'system' };

export type AuditEntry = {
  actor: AuditActor;
  action: string;
  subject: { kind: 'contribution' | 'agreement' | 'mail' | 'user' | 'call' | 'token' | 'rule' | 'snippet'; id: string };
  /** Keys, versions, outcomes. Never a name, an address or anything a person typed. */
  details?: Prisma.InputJsonObject;
};

/** Writes one event, in the transaction of what it tells of. */
export async function recordAudit(tx: Tx, { actor, action, subject, details }: AuditEntry): Promise<void> {
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

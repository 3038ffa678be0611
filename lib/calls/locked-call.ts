import { randomUUID } from 'node:crypto';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import { DESK_CALL } from './constants';
import type { CallNoticeKind } from './state';

const LOCKED = {
  id: true,
  slug: true,
  opensAt: true,
  closesAt: true,
  timeZone: true,
  acceptsLate: true,
  published: true,
  prefix: true,
  acceptsFiles: true,
  publishesAtOnce: true,
  offersEditorsOnly: true,
  maxWords: true,
  version: true,
  nextNumber: true,
  texts: true,
} as const satisfies Prisma.CallSelect;

export type LockedCall = Prisma.CallGetPayload<{ select: typeof LOCKED }>;

/**
 * The call, locked until the transaction ends: changes of it, and submissions to it, follow one another. Throws
 * DomainError `not_found`; also for the desk's own call, which is not managed.
 */
export async function lockCall(slug: string, tx: Tx): Promise<LockedCall> {
  await tx.$queryRaw`SELECT 1 FROM calls WHERE slug = ${slug} FOR NO KEY UPDATE`;
  const call = slug === DESK_CALL ? null : await tx.call.findUnique({ where: { slug }, select: LOCKED });
  if (!call) throw new DomainError(failure('not_found'));
  return call;
}

type NewNotice = { call: { id: string }; kind: CallNoticeKind; closesAt: Date | null; now: Date };

/** Tells the readers of a call what was changed. */
export async function writeNotice({ call, kind, closesAt, now }: NewNotice, tx: Tx): Promise<void> {
  await tx.callNotice.create({
    data: { id: randomUUID(), callId: call.id, kind, at: now, closesAt },
    select: { id: true },
  });
}

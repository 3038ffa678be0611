import type { ContributionStatus } from '@/lib/contributions/state';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/** Writes rows that only older rules allowed: without triggers and foreign keys. */
export async function writePastTriggers(write: (tx: Tx) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await write(tx);
  });
}

/** Writes rows in any status directly; every other rule of the database holds. */
export async function writeInAnyStatus(write: (tx: Tx) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await switchGuards('DISABLE', tx);
    await write(tx);
    await switchGuards('ENABLE', tx);
  });
}

async function switchGuards(to: 'DISABLE' | 'ENABLE', tx: Tx): Promise<void> {
  for (const table of ['contributions', 'proposed_changes'])
    for (const guard of ['initial_status', 'transitions'])
      await tx.$executeRaw(Prisma.raw(`ALTER TABLE ${table} ${to} TRIGGER ${table}_${guard}`));
}

/** Puts a contribution into a status directly. */
export async function placeInStatus(
  where: { id: string } | { reference: string },
  status: ContributionStatus,
): Promise<void> {
  await writeInAnyStatus((tx) =>
    tx.contribution.update({
      where,
      data: { status, ...(status === 'unpublished' && { publishedAt: new Date(), statusReason: 'A reason.' }) },
      select: { id: true },
    }),
  );
}

import { z } from 'zod';
import { db } from '@/lib/platform/db/client';

/** The most texts of one contribution that are kept, in characters of their JSON. */
const MAX_CHARACTERS = 500_000;

/** An editor's choices and texts by proposed change, and when the last of them was made. */
export const unrecordedChoices = z.object({
  at: z.iso.datetime(),
  cells: z
    .record(z.uuid(), z.record(z.string().max(60), z.string()))
    .refine((cells) => JSON.stringify(cells).length <= MAX_CHARACTERS, 'too_long'),
});
export type UnrecordedChoices = z.infer<typeof unrecordedChoices>;

type Owner = { userId: string; reference: string };

/**
 * Keeps what an editor has chosen on a contribution and not recorded, in place of what was kept before; without any
 * choice nothing is kept. An older copy never takes the place of a newer one: two machines may send at once. It is the
 * editor's own: no other person reads it. Does nothing for an unknown contribution.
 */
export async function keepChoices({ userId, reference, at, cells }: Owner & UnrecordedChoices): Promise<void> {
  if (Object.keys(cells).length === 0) {
    await db.$executeRaw`
      DELETE FROM unrecorded_choices u USING contributions c
      WHERE u.user_id = ${userId} AND u.contribution_id = c.id AND c.reference = ${reference} AND u.chosen_at <= ${at}::timestamptz`;
    return;
  }
  await db.$executeRaw`
    INSERT INTO unrecorded_choices (user_id, contribution_id, cells, chosen_at)
    SELECT ${userId}, id, ${JSON.stringify(cells)}::jsonb, ${at}::timestamptz FROM contributions
    WHERE reference = ${reference} AND status <> 'draft'
    ON CONFLICT (user_id, contribution_id) DO UPDATE SET cells = excluded.cells, chosen_at = excluded.chosen_at
    WHERE unrecorded_choices.chosen_at <= excluded.chosen_at`;
}

/** Forgets an editor's choices on these proposed changes, since they are recorded; a row without any is deleted. */
export async function forgetChoices({ userId, changes }: { userId: string; changes: string[] }): Promise<void> {
  await db.$executeRaw`UPDATE unrecorded_choices SET cells = cells - ${changes}::text[] WHERE user_id = ${userId}`;
  await db.$executeRaw`DELETE FROM unrecorded_choices WHERE user_id = ${userId} AND cells = '{}'::jsonb`;
}

/** What an editor has chosen on a contribution and not recorded; null where there is nothing. */
export async function readChoices({ userId, reference }: Owner): Promise<UnrecordedChoices | null> {
  const row = await db.unrecordedChoices.findFirst({
    where: { userId, contribution: { reference } },
    select: { cells: true, chosenAt: true },
  });
  const read = unrecordedChoices.safeParse({ at: row?.chosenAt.toISOString(), cells: row?.cells });
  return read.success ? read.data : null;
}

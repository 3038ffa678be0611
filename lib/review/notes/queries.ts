import { db, Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { concernedColumns, readConcerned } from '@/lib/review/conflict/queries';
import { hindranceOf } from '@/lib/review/policy';
import type { Concerned, Editor, Hindrance } from '@/lib/review/policy';
import { handlesOf } from './handles';
import type { Handle } from './handles';

export type ReviewNote = { id: string; text: string; by: string; at: Date; /** Whom it mentions. */ told: string[] };
export type ReviewNotes =
  | { barred: Hindrance }
  | {
      barred: null;
      notes: ReviewNote[];
      /** Who can be mentioned: everybody else at the desk who may read it. */ mentionable: Handle[];
    };

const PERSON = { id: true, name: true, email: true } as const;
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email;

/**
 * What editors have said to each other about a contribution, oldest first. Nobody from the contribution's own organisation and
 * nobody who has stepped aside reads them: `barred` says which. Null for a draft or an unknown reference.
 */
export async function readNotes(reference: string, editor: Editor): Promise<ReviewNotes | null> {
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: { id: true } });
  const concerned = row && (await readConcerned([row.id], editor)).get(row.id);
  if (!row || !concerned) return null;
  const barred = hindranceOf(editor, concerned);
  if (barred !== null) return { barred };
  const notes = await db.note.findMany({
    where: { contributionId: row.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      text: true,
      createdAt: true,
      user: { select: PERSON },
      mentions: { select: { user: { select: PERSON } } },
    },
  });
  const { handles, mayRead } = await listMentionable(row.id, db);
  return {
    barred: null,
    notes: notes.map(({ id, text, createdAt, user, mentions }) => ({
      id,
      text,
      by: nameOf(user),
      at: createdAt,
      told: mentions.map((mention) => nameOf(mention.user)).sort(),
    })),
    mentionable: handles.filter(({ userId }) => userId !== editor.userId && mayRead.has(userId)),
  };
}

/** Everybody at the desk by the handle they are mentioned by, and which of them may read notes on this contribution. */
export async function listMentionable(
  contributionId: string,
  tx: Tx,
): Promise<{ handles: Handle[]; mayRead: Set<string> }> {
  const people = await tx.$queryRaw<
    (Concerned & { userId: string; name: string | null; address: string; organisation: string | null })[]
  >(Prisma.sql`
    SELECT u.id AS "userId", u.name, u.email AS address, u.organisation, ${concernedColumns(Prisma.sql`u.id`)}
    FROM users u CROSS JOIN contributions c LEFT JOIN contacts t ON t.contribution_id = c.id
    WHERE u.deactivated_at IS NULL AND c.id = ${contributionId}::uuid ORDER BY u.created_at, u.id`);
  const may = people.filter(
    ({ address, organisation, ...concerned }) => hindranceOf({ email: address, organisation }, concerned) === null,
  );
  return {
    handles: handlesOf(people.map(({ userId, name, address }) => ({ userId, name, email: address }))),
    mayRead: new Set(may.map(({ userId }) => userId)),
  };
}

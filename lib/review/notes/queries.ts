import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { isOwnOrganisation } from '@/lib/review/policy';
import type { Editor } from '@/lib/review/policy';
import { handlesOf } from './handles';
import type { Handle } from './handles';

export type ReviewNote = { id: string; text: string; by: string; at: Date; /** Whom it mentions. */ told: string[] };
export type ReviewNotes =
  | { barred: 'own_organisation' | 'recused' }
  | { barred: null; notes: ReviewNote[]; /** Who can be mentioned: everybody else at the desk who may read it. */ mentionable: Handle[] };

const PERSON = { id: true, name: true, email: true } as const;
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email;

/**
 * What editors have said to each other about a contribution, oldest first. Nobody from the contribution's own organisation and
 * nobody who has stepped aside reads them: `barred` says which. Null for a draft or an unknown reference.
 */
export async function readNotes(reference: string, editor: Editor): Promise<ReviewNotes | null> {
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: { id: true, publicAffiliation: true, contact: { select: { affiliation: true } } } });
  if (!row) return null;
  if (isOwnOrganisation(editor, row.contact?.affiliation ?? row.publicAffiliation)) return { barred: 'own_organisation' };
  if ((await db.recusal.count({ where: { contributionId: row.id, userId: editor.userId } })) > 0) return { barred: 'recused' };
  const notes = await db.note.findMany({
    where: { contributionId: row.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, text: true, createdAt: true, user: { select: PERSON }, mentions: { select: { user: { select: PERSON } } } },
  });
  const { handles, mayRead } = await listMentionable({ id: row.id, affiliation: row.contact?.affiliation ?? row.publicAffiliation }, db);
  return {
    barred: null,
    notes: notes.map(({ id, text, createdAt, user, mentions }) => ({ id, text, by: nameOf(user), at: createdAt, told: mentions.map((mention) => nameOf(mention.user)).sort() })),
    mentionable: handles.filter(({ userId }) => userId !== editor.userId && mayRead.has(userId)),
  };
}

/** Everybody at the desk by the handle they are mentioned by, and which of them may read notes on this contribution. */
export async function listMentionable({ id, affiliation }: { id: string; affiliation: string | null }, tx: Tx): Promise<{ handles: Handle[]; mayRead: Set<string> }> {
  const people = await tx.user.findMany({ where: { deactivatedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { ...PERSON, organisation: true, recusals: { where: { contributionId: id }, select: { userId: true } } } });
  const may = people.filter((person) => !isOwnOrganisation(person, affiliation) && person.recusals.length === 0);
  return { handles: handlesOf(people.map(({ id: userId, ...person }) => ({ userId, ...person }))), mayRead: new Set(may.map((person) => person.id)) };
}

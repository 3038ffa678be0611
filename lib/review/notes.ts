import { randomUUID } from 'node:crypto';
import { issuesOf } from '@/lib/contributions/schema';
import { notify } from '@/lib/notifications/notices';
import type { Tx } from '@/lib/platform/db/client';
import { Prisma, db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { mutation } from '@/lib/platform/mutation';
import { DECIDABLE } from '@/lib/contributions/state';
import { findForDecision } from './changes';
import { concernedColumns, readConcerned } from '@/lib/review/interests/conflict-of-interest';
import type { Handle } from './note-schema';
import { handlesOf, mentionsIn, noteInput } from './note-schema';
import type { Editor, Role } from '@/lib/accounts/policy';
import type { Concerned, Conflict } from './policy';
import { notesBlocker } from './policy';
import { readableFor } from './readable';

export type Noted = {
  /** How many were told of it. */
  told: number;
  /** Words that look like a mention and name no editor. */
  unknown: string[];
  /** Names of mentioned editors who may not read notes on this contribution: they get no notice. */
  barred: string[];
};

type NoteInput = { editor: Editor; reference: string; input: unknown; now?: Date };

/**
 * Leaves a note for the other editors; mentioned editors are notified. Contributors and the public never see it. The
 * same words by the same editor twice in a row are stored once. Reasons: `invalid` (with issues), `not_found`, a
 * `Conflict` (lib/review/policy).
 */
export async function writeNote({ editor, reference, input, now = new Date() }: NoteInput): Promise<Result<Noted>> {
  const parsed = noteInput.safeParse(input);
  if (!parsed.success) return failure('invalid', issuesOf(parsed.error));
  return mutation({ actor: editor }, (context) => write({ editor, reference, text: parsed.data.text, now }, context));
}

async function write(
  { editor, reference, text, now }: { editor: Editor; reference: string; text: string; now: Date },
  { tx, audit }: MutationContext,
): Promise<Result<Noted>> {
  const contribution = await loadForNote(reference, editor, tx);
  const contributionId = contribution.id;
  const { handles, mayRead } = await listMentionable(contributionId, tx);
  const { userIds, unknown } = mentionsIn(text, handles);
  const told = userIds.filter((id) => mayRead.has(id) && id !== editor.userId);
  const barred = handles
    .filter(({ userId }) => userIds.includes(userId) && !mayRead.has(userId))
    .map(({ name }) => name);
  const outcome = { ok: true, told: told.length, unknown, barred } as const;
  const last = await tx.note.findFirst({
    where: { contributionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { text: true, userId: true },
  });
  if (last?.text === text && last.userId === editor.userId) return outcome;
  await tx.note.create({
    data: {
      id: randomUUID(),
      contributionId,
      userId: editor.userId,
      text,
      createdAt: now,
      mentions: { create: told.map((userId) => ({ userId })) },
    },
    select: { id: true },
  });
  await audit({
    action: 'contribution.noted',
    subject: { kind: 'contribution', id: contributionId },
    details: { mentions: told.length },
  });
  await notify(tx, { kind: 'mentioned', userIds: told, by: editor.userId, contributionId });
  return outcome;
}

/** The contribution, locked, if this person may write notes on it. Throws DomainError as `writeNote` fails. */
async function loadForNote(reference: string, editor: Editor, tx: Tx): Promise<{ id: string }> {
  const [contribution] = await findForDecision([reference], editor.userId, tx);
  if (!contribution) throw new DomainError(failure('not_found'));
  const conflict = notesBlocker(editor, contribution);
  if (conflict !== null) throw new DomainError(failure(conflict));
  if (![...DECIDABLE, 'declined', 'withdrawn'].includes(contribution.status))
    throw new DomainError(failure('not_allowed_in_status'));
  return contribution;
}

type ReviewNote = { id: string; text: string; by: string; at: Date; /** Whom it mentions. */ told: string[] };
export type ReviewNotes =
  | { barred: Conflict }
  | {
      barred: null;
      notes: ReviewNote[];
      /** Who can be mentioned: all other editors who may read it. */ mentionable: Handle[];
    };

const PERSON = { id: true, name: true, email: true } as const;
const nameOf = ({ name, email }: { name: string | null; email: string }) => name ?? email;

/**
 * The editors' notes about a contribution, oldest first. Editors of the contribution's own organisation and recused
 * editors do not read them: `barred` says which. Null for a draft or an unknown reference.
 */
export async function readNotes(reference: string, editor: Editor): Promise<ReviewNotes | null> {
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: { id: true } });
  const concerned = row && (await readConcerned([row.id], editor)).get(row.id);
  if (!row || !concerned) return null;
  const barred = notesBlocker(editor, concerned);
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
      text: readableFor(editor)(text),
      by: nameOf(user),
      at: createdAt,
      told: mentions.map((mention) => nameOf(mention.user)).sort(),
    })),
    mentionable: handles.filter(({ userId }) => userId !== editor.userId && mayRead.has(userId)),
  };
}

/** All editors of the desk by their handle, and which of them may read notes on this contribution. */
async function listMentionable(contributionId: string, tx: Tx): Promise<{ handles: Handle[]; mayRead: Set<string> }> {
  const people = await tx.$queryRaw<
    (Concerned & { userId: string; name: string | null; address: string; role: Role; organisation: string | null })[]
  >(Prisma.sql`
    SELECT u.id AS "userId", u.name, u.email AS address, u.role::text AS role, u.organisation, ${concernedColumns(Prisma.sql`u.id`)}
    FROM users u CROSS JOIN contributions c LEFT JOIN contacts t ON t.contribution_id = c.id
    WHERE u.deactivated_at IS NULL AND c.id = ${contributionId}::uuid ORDER BY u.created_at, u.id`);
  const may = people.filter(
    ({ address, organisation, role, ...concerned }) =>
      notesBlocker({ email: address, organisation, role }, concerned) === null,
  );
  return {
    handles: handlesOf(people.map(({ userId, name, address }) => ({ userId, name, email: address }))),
    mayRead: new Set(may.map(({ userId }) => userId)),
  };
}

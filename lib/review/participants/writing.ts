import { randomUUID } from 'node:crypto';
import { freeSlug } from '@/lib/agreements/slug';
import type { Editor } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { MutationContext } from '@/lib/platform/mutation';
import { foldText } from '@/lib/platform/text/fold-text';
import { slugText } from '@/lib/platform/text/slug-text';
import { organisationMatch } from '@/lib/review/interests/organisations';
import type { ParticipantInput, ParticipationInput } from './input-schema';

/** What the functions of this folder share: how rows of the register and of its history are written. */

/** One change of the register at a time: whether a participant or a row is there already is then certain. */
export const lockRegister = (tx: Tx) =>
  tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('participants'))`);

/** Editors do not decide on their own organisation. Throws DomainError `own_participant`. */
export function demandOther(editor: Pick<Editor, 'organisation'>, name: string): void {
  const match = organisationMatch(
    { organisation: editor.organisation, email: null },
    { organisation: name, email: null },
  );
  if (match === 'sure') throw new DomainError(failure('own_participant'));
}

/** What a version of a participation says; a contribution by its id. */
type Content = Omit<ParticipationInput, 'contribution'> & { contributionId?: string; verified: boolean };

/** The columns of a participation with this content. */
export const columnsOf = ({ action, date, source, link, quotation, declaredBy, reservation, ...rest }: Content) => ({
  ...{ action, declaredBy, verified: rest.verified },
  date: date ?? null,
  source: source ?? null,
  link: link ?? null,
  quotation: quotation ?? null,
  reservation: reservation ?? null,
  contributionId: rest.contributionId ?? null,
});

export type NewParticipant = ParticipantInput & { id: string; slug: string };

const versionColumns = ({ kind, name, country, group }: ParticipantInput) => ({
  ...{ kind, name },
  country: country ?? null,
  stakeholderGroup: group ?? null,
});

/** Gives participants ids and free short names, and stores them with their first version. */
export async function storeParticipants(
  inputs: readonly ParticipantInput[],
  userId: string | null,
  tx: Tx,
  newId: () => string = randomUUID,
): Promise<NewParticipant[]> {
  if (inputs.length === 0) return [];
  const taken = new Set((await tx.participant.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const rows = inputs.map((input) => {
    const slug = freeSlug(slugText(input.name) || 'participant', taken);
    taken.add(slug);
    return { ...input, id: newId(), slug };
  });
  await tx.participant.createMany({
    data: rows.map((row) => ({
      ...versionColumns(row),
      id: row.id,
      slug: row.slug,
      foldedName: foldText(row.name),
    })),
  });
  await tx.participantVersion.createMany({
    data: rows.map((row) => ({ ...versionColumns(row), participantId: row.id, version: 1, userId })),
  });
  return rows;
}

/** Changes what is said of a participant itself; returns false where its page is out of date. */
export async function storeParticipantVersion(
  { id, seen, userId, input }: { id: string; seen: number; userId: string; input: ParticipantInput },
  tx: Tx,
): Promise<boolean> {
  const columns = versionColumns(input);
  const { count } = await tx.participant.updateMany({
    where: { id, version: seen },
    data: { ...columns, foldedName: foldText(input.name), version: seen + 1 },
  });
  if (count === 0) return false;
  await tx.participantVersion.create({
    data: { ...columns, participantId: id, version: seen + 1, userId },
    select: { version: true },
  });
  return true;
}

export type NewParticipation = Content & { participantId: string; agreementId: string; proposedChangeId?: string };

/** Stores participations with their first version; returns their ids in the same order. */
export async function storeParticipations(
  inputs: readonly NewParticipation[],
  userId: string | null,
  tx: Tx,
  newId: () => string = randomUUID,
): Promise<string[]> {
  const rows = inputs.map((input) => ({ id: newId(), input, columns: columnsOf(input) }));
  await tx.participation.createMany({
    data: rows.map(({ id, input: { participantId, agreementId, proposedChangeId }, columns }) => ({
      ...columns,
      ...{ id, participantId, agreementId, proposedChangeId, enteredById: userId },
    })),
  });
  await tx.participationVersion.createMany({
    data: rows.map(({ id, columns }) => ({
      participationId: id,
      version: 1,
      change: 'added' as const,
      content: columns,
      userId,
    })),
  });
  return rows.map(({ id }) => id);
}

/** The pages, files and addresses that show the register are out of date. */
export const tellReaders = ({ invalidate }: MutationContext) => invalidate(TAGS.participants);

/**
 * Whether two dates may be one: the same, one more exact than the other, or one of them not known. The same action on
 * two such dates is taken for one row.
 */
export const mayBeOne = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one.startsWith(other) || other.startsWith(one);

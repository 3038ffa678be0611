import type { Editor } from '@/lib/accounts/policy';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { foldText } from '@/lib/platform/text/fold-text';
import { isSameJson } from '@/lib/platform/json';
import type { EntryInput, ParticipationInput } from './input-schema';
import { NameIndex } from './similar-names';
import {
  columnsOf,
  demandOther,
  lockRegister,
  mayBeOne,
  storeParticipants,
  storeParticipations,
  tellReaders,
} from './writing';

type Added = { participant: string; id: string };

/**
 * Adds what a participant did to an agreement; a participant that the register does not have is added too. What one
 * editor adds is not verified: another compares it with its evidence (`verifyParticipation`).
 * Reasons: `similar_participant` (with one issue per participant that it may be, in `params` its slug and name: say
 * `same` or `apart`), `participation_present` (the register has it), `own_participant`, `invalid` with issues
 * (`unknown_agreement`, `unknown_contribution`: not published under the name of an organisation, `unknown_choice`).
 */
export const addParticipation = ({ editor, input }: { editor: Editor; input: EntryInput }): Promise<Result<Added>> =>
  mutation({ actor: editor, command: 'participant' }, (context) => add(editor, input, context));

async function add(editor: Editor, input: EntryInput, context: MutationContext): Promise<Result<Added>> {
  const { tx } = context;
  await lockRegister(tx);
  const agreementId = await findAgreement(input.agreement, tx);
  const contributionId = await findEvidence(input.contribution, tx);
  return addEntry({ editor, input, agreementId, contributionId }, context);
}

type Entry = {
  editor: Editor;
  input: Omit<EntryInput, 'agreement' | 'contribution'>;
  agreementId: string;
  contributionId?: string;
  /** The accepted proposal that it comes from. */
  proposedChangeId?: string;
  /** A row that says this already is taken instead of being refused. */
  presentIsFine?: boolean;
};

/** The same in the caller's change, which holds the register's lock and knows agreement and contribution. */
export async function addEntry(
  { editor, input, agreementId, contributionId, proposedChangeId, presentIsFine = false }: Entry,
  context: MutationContext,
): Promise<{ ok: true } & Added> {
  const { tx, audit } = context;
  const known = await findParticipant(input, tx);
  demandOther(editor, known?.name ?? input.name);
  const [created] = known ? [] : await storeParticipants([input], editor.userId, tx);
  const participant = known ?? created;
  if (!participant) throw new Error('A participant that is not known is added.');
  const present = await findPresent({ participantId: participant.id, agreementId, ...input }, tx);
  if (present && presentIsFine) return { ok: true, participant: participant.slug, id: present };
  if (present) throw new DomainError(failure('participation_present'));
  const [id = ''] = await storeParticipations(
    [{ ...input, contributionId, proposedChangeId, verified: false, participantId: participant.id, agreementId }],
    editor.userId,
    tx,
  );
  if (created) await audit({ action: 'participant.added', subject: { kind: 'participant', id: created.slug } });
  await audit({
    action: 'participation.added',
    subject: { kind: 'participant', id: participant.slug },
    details: { participation: id, action: input.action },
  });
  tellReaders(context);
  return { ok: true, participant: participant.slug, id };
}

async function findAgreement(slug: string, tx: Tx): Promise<string> {
  const found = await tx.agreement.findFirst({
    where: { slug, version: { gt: 0 }, retiredAt: null },
    select: { id: true },
  });
  if (!found) throw invalid('agreement', 'unknown_agreement');
  return found.id;
}

/** A contribution is evidence if readers can find there who says so. */
async function findEvidence(reference: string | undefined, tx: Tx): Promise<string | undefined> {
  if (reference === undefined) return undefined;
  const found = await tx.contribution.findFirst({
    where: {
      reference,
      status: 'published',
      anonymous: false,
      NOT: { OR: [{ publicAffiliation: null }, { publicAffiliation: '' }] },
    },
    select: { id: true },
  });
  if (!found) throw invalid('contribution', 'unknown_contribution');
  return found.id;
}

const invalid = (path: string, code: string) => new DomainError(failure('invalid', [{ path, code }]));

/** The known participant of an entry: the one it names, or the one of its name and country. Null for a new one. */
async function findParticipant(input: Omit<EntryInput, 'agreement' | 'contribution'>, tx: Tx) {
  const select = { id: true, slug: true, name: true, kind: true, country: true } as const;
  if (input.same !== undefined) {
    const named = await tx.participant.findUnique({ where: { slug: input.same }, select });
    if (!named) throw invalid('same', 'unknown_choice');
    return named;
  }
  const list = await tx.participant.findMany({ orderBy: { slug: 'asc' }, select });
  const folded = foldText(input.name);
  const exact = list.find(({ name, country }) => foldText(name) === folded && country === (input.country ?? null));
  if (exact || input.apart) return exact ?? null;
  const similar = new NameIndex(list).similarTo(input);
  if (similar.length === 0) return null;
  const issues = similar.map(({ slug, name }): Issue => ({ path: 'same', code: 'similar', params: { slug, name } }));
  throw new DomainError(failure('similar_participant', issues));
}

type Stated = { participantId: string; agreementId: string; action: ParticipationInput['action']; date?: string };

/** The row that says this already, with a date that may be the same; null if none does. `except` is the one corrected. */
async function findPresent(
  { participantId, agreementId, action, date }: Stated,
  tx: Tx,
  except?: string,
): Promise<string | null> {
  const present = await tx.participation.findMany({
    where: { participantId, agreementId, action, removedAt: null, ...(except && { id: { not: except } }) },
    orderBy: { id: 'asc' },
    select: { id: true, date: true },
  });
  return present.find((row) => mayBeOne(row.date, date ?? null))?.id ?? null;
}

type Seen = { editor: Editor; id: string; /** The version of the row on the editor's page. */ seen: number };

async function findRow({ editor, id, seen }: Seen, tx: Tx) {
  await lockRegister(tx);
  const row = await tx.participation.findUnique({
    where: { id },
    select: { ...ROW, participant: { select: { slug: true, name: true } } },
  });
  if (!row || row.removedAt !== null) throw new DomainError(failure('not_found'));
  demandOther(editor, row.participant.name);
  if (row.version !== seen) throw new DomainError(failure('stale'));
  return row;
}

const ROW = {
  id: true,
  version: true,
  participantId: true,
  agreementId: true,
  action: true,
  date: true,
  source: true,
  link: true,
  quotation: true,
  contributionId: true,
  declaredBy: true,
  verified: true,
  reservation: true,
  enteredById: true,
  removedAt: true,
} as const;
type Row = Awaited<ReturnType<typeof findRow>>;

const contentOf = ({
  action,
  date,
  source,
  link,
  quotation,
  contributionId,
  declaredBy,
  verified,
  reservation,
}: Row) => ({
  ...{ action, date, source, link, quotation, contributionId, declaredBy, verified, reservation },
});

type Step = {
  change: 'corrected' | 'verified' | 'removed';
  content: ReturnType<typeof columnsOf>;
  columns?: { enteredById?: string; removedAt?: Date };
  reason?: string;
};

/** Writes the next version of a row: the row itself as of now, and its history. */
async function writeVersion(row: Row, { userId }: Editor, step: Step, context: MutationContext): Promise<Result> {
  const { tx, audit } = context;
  const { change, content, columns = {}, reason = null } = step;
  const version = row.version + 1;
  await tx.participation.update({
    where: { id: row.id },
    data: { ...content, ...columns, version },
    select: { id: true },
  });
  await tx.participationVersion.create({
    data: { participationId: row.id, version, change, content, reason, userId },
    select: { version: true },
  });
  await audit({
    action: `participation.${change}`,
    subject: { kind: 'participant', id: row.participant.slug },
    details: { participation: row.id, version },
  });
  tellReaders(context);
  return { ok: true };
}

/**
 * Corrects what the register says of a participation. What it said stays in its history; it is not verified any more.
 * Reasons: `not_found`, `stale`, `own_participant`, `participation_present` (another row says that), `invalid` (`unknown_contribution`).
 */
export const correctParticipation = ({
  input,
  reason,
  ...seen
}: Seen & { input: ParticipationInput; reason: string }): Promise<Result> =>
  mutation({ actor: seen.editor, command: 'participant' }, async (context) => {
    const row = await findRow(seen, context.tx);
    const contributionId = await keptEvidence(input.contribution, row.contributionId, context.tx);
    const content = columnsOf({ ...input, contributionId, verified: false });
    if (isSameJson({ ...content, verified: row.verified }, contentOf(row))) return { ok: true };
    if (await findPresent({ ...row, action: input.action, date: input.date }, context.tx, row.id))
      return failure('participation_present');
    const step = { change: 'corrected', content, columns: { enteredById: seen.editor.userId }, reason } as const;
    return writeVersion(row, seen.editor, step, context);
  });

/** The contribution that a row rests on may stay also where it is not public any more. */
async function keptEvidence(
  reference: string | undefined,
  present: string | null,
  tx: Tx,
): Promise<string | undefined> {
  const kept =
    reference !== undefined &&
    present !== null &&
    (await tx.contribution.count({ where: { id: present, reference } })) > 0;
  return kept ? present : findEvidence(reference, tx);
}

/**
 * Says that an editor has compared a row with its evidence: another than the one who entered it. Verifying again is
 * fine. Reasons: `not_found`, `stale`, `own_participant`, `own_entry` (this editor entered it).
 */
export const verifyParticipation = (seen: Seen): Promise<Result> =>
  mutation({ actor: seen.editor, command: 'participant' }, async (context) => {
    const row = await findRow(seen, context.tx);
    if (row.enteredById === seen.editor.userId) return failure('own_entry');
    if (row.verified) return { ok: true };
    return writeVersion(
      row,
      seen.editor,
      { change: 'verified', content: { ...contentOf(row), verified: true } },
      context,
    );
  });

/**
 * Takes a row out of the register that was never true. Its history stays. A participant that withdrew is not removed:
 * that is an action of its own. Reasons: `not_found`, `stale`, `own_participant`.
 */
export const removeParticipation = ({ reason, ...seen }: Seen & { reason: string }): Promise<Result> =>
  mutation({ actor: seen.editor, command: 'participant' }, async (context) => {
    const row = await findRow(seen, context.tx);
    const step = { change: 'removed', content: contentOf(row), columns: { removedAt: new Date() }, reason } as const;
    return writeVersion(row, seen.editor, step, context);
  });

/**
 * Removes the rows that came from these accepted proposals, in the caller's change that undoes the decisions; returns
 * how many. A row that another editor has verified since goes as well: it rested on the decision.
 */
export async function retractProposed(
  { editor, changeIds, reason }: { editor: Editor; changeIds: readonly string[]; reason: string },
  context: MutationContext,
): Promise<number> {
  if (changeIds.length === 0) return 0;
  await lockRegister(context.tx);
  const rows = await context.tx.participation.findMany({
    where: { proposedChangeId: { in: [...changeIds] }, removedAt: null },
    orderBy: { id: 'asc' },
    select: { ...ROW, participant: { select: { slug: true, name: true } } },
  });
  for (const row of rows) {
    const step = { change: 'removed', content: contentOf(row), columns: { removedAt: new Date() }, reason } as const;
    await writeVersion(row, editor, step, context);
  }
  return rows.length;
}

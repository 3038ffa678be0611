import type { Editor } from '@/lib/accounts/policy';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError } from '@/lib/platform/errors';
import { withoutEscape } from '@/lib/platform/csv';
import { cutText } from '@/lib/platform/text/cut-text';
import { foldText } from '@/lib/platform/text/fold-text';
import type { TableRow } from '@/lib/review/bulk/table';
import { entryInput } from './input-schema';
import type { EntryInput } from './input-schema';
import { NameIndex } from './similar-names';
import { demandOther, mayBeOne, storeParticipants, storeParticipations } from './writing';
import type { TableRowReport } from './table-schema';

type Known = { id: string; slug: string; name: string; kind: 'state' | 'organisation'; country: string | null };

/** The register and what refers to it, as rows of a table are compared with it; grows with each row that is added. */
export type RegisterState = {
  bySlug: Map<string, Known>;
  byName: Map<string, Known>;
  names: NameIndex<Known>;
  agreements: Map<string, string>;
  contributions: Map<string, string>;
  /** The participants that earlier rows of the table add. */
  fresh: Set<string>;
  /** Dates by participant, agreement and action. */
  stated: Map<string, (string | null)[]>;
};

const nameKey = (name: string, country: string | null | undefined) => `${foldText(name)} ${country ?? ''}`;
const statedKey = (participant: string, agreement: string, action: string) => `${participant} ${agreement} ${action}`;

export async function readRegisterState(tx: Tx): Promise<RegisterState> {
  const known: Known[] = await tx.participant.findMany({
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true, name: true, kind: true, country: true },
  });
  const agreements = await tx.agreement.findMany({
    where: { version: { gt: 0 }, retiredAt: null },
    select: { id: true, slug: true },
  });
  const contributions = await tx.contribution.findMany({
    where: {
      status: 'published',
      anonymous: false,
      NOT: { OR: [{ publicAffiliation: null }, { publicAffiliation: '' }] },
    },
    select: { id: true, reference: true },
  });
  const rows = await tx.participation.findMany({
    where: { removedAt: null },
    select: { participantId: true, agreementId: true, action: true, date: true },
  });
  const stated: RegisterState['stated'] = new Map();
  for (const { participantId, agreementId, action, date } of rows) {
    const key = statedKey(participantId, agreementId, action);
    stated.set(key, [...(stated.get(key) ?? []), date]);
  }
  return {
    bySlug: new Map(known.map((one) => [one.slug, one])),
    byName: new Map(known.map((one) => [nameKey(one.name, one.country), one])),
    names: new NameIndex(known),
    fresh: new Set(),
    agreements: new Map(agreements.map(({ id, slug }) => [slug, id])),
    contributions: new Map(contributions.flatMap(({ id, reference }) => (reference === null ? [] : [[reference, id]]))),
    stated,
  };
}

export type ReadRow = {
  report: TableRowReport;
  /** What is stored, where the row is new. */
  entry: { input: EntryInput; agreementId: string; contributionId?: string; known: Known | null } | null;
};

type Reading = { state: RegisterState; editor: Pick<Editor, 'organisation'>; apart: boolean };
type Fault = { code: string; column: string };

/** What one row would do. A row that is new is taken into the state, so that later rows are compared with it. */
export function readRow(row: TableRow<string>, reading: Reading): ReadRow {
  const said = {
    row: row.row,
    agreement: cutText(plain(row, 'agreement'), 120),
    name: cutText(plain(row, 'name'), 240),
  };
  const entry = entryOf(row, reading);
  if ('code' in entry) return { report: { ...said, outcome: 'fault', ...entry }, entry: null };
  const { state, apart } = reading;
  const { input, agreementId, known } = entry;
  const name = nameKey(input.name, input.country);
  const isFresh = known === null && !state.fresh.has(name);
  const similar = isFresh && !apart ? state.names.similarTo(input).map((one) => one.name) : [];
  if (similar.length > 0) return { report: { ...said, outcome: 'similar', similar }, entry: null };
  const key = statedKey(known?.id ?? name, agreementId, input.action);
  const dates = state.stated.get(key) ?? [];
  const date = input.date ?? null;
  if (dates.some((one) => mayBeOne(one, date))) return { report: { ...said, outcome: 'present' }, entry: null };
  state.stated.set(key, [...dates, date]);
  if (isFresh) {
    state.fresh.add(name);
    state.names.add({ id: '', slug: '', name: input.name, kind: input.kind, country: input.country ?? null });
  }
  return { report: { ...said, outcome: 'new' }, entry };
}

const plain = ({ fields }: TableRow<string>, name: string) => withoutEscape((fields[name] ?? '').trim());

/** What a row states, or why it can't be stored, with the column to look at. */
function entryOf(row: TableRow<string>, { state, editor }: Reading): NonNullable<ReadRow['entry']> | Fault {
  if (!row.complete) return { code: 'fields', column: 'agreement' };
  const parsed = entryInput.safeParse({
    ...Object.fromEntries(Object.keys(row.fields).map((name) => [name, plain(row, name)])),
    same: plain(row, 'participant'),
    declaredBy: plain(row, 'declared_by') || 'third_party',
    apart: false,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { code: issue?.message ?? 'invalid', column: String(issue?.path[0] ?? 'name') };
  }
  return withReferences(parsed.data, { state, editor });
}

/** The agreement, contribution and participant that a row names, as the register knows them. */
function withReferences(
  input: EntryInput,
  { state, editor }: Pick<Reading, 'state' | 'editor'>,
): NonNullable<ReadRow['entry']> | Fault {
  const agreementId = state.agreements.get(input.agreement);
  if (agreementId === undefined) return { code: 'unknown_agreement', column: 'agreement' };
  const contributionId = input.contribution === undefined ? undefined : state.contributions.get(input.contribution);
  if (input.contribution !== undefined && contributionId === undefined)
    return { code: 'unknown_contribution', column: 'contribution' };
  const named = input.same === undefined ? undefined : state.bySlug.get(input.same);
  if (input.same !== undefined && !named) return { code: 'unknown_choice', column: 'participant' };
  const known = named ?? state.byName.get(nameKey(input.name, input.country)) ?? null;
  if (isOwn(editor, known?.name ?? input.name)) return { code: 'own_participant', column: 'name' };
  return { input, agreementId, contributionId, known };
}

function isOwn(editor: Pick<Editor, 'organisation'>, name: string): boolean {
  try {
    demandOther(editor, name);
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

/** Stores the rows of a table that are new, each participant once. */
export async function storeRows(rows: readonly ReadRow[], userId: string, tx: Tx): Promise<void> {
  const entries = rows.flatMap(({ entry }) => entry ?? []);
  const fresh = new Map(
    entries.flatMap(({ input, known }) => (known ? [] : [[nameKey(input.name, input.country), input] as const])),
  );
  const stored = await storeParticipants([...fresh.values()], userId, tx);
  const idOf = new Map(stored.map(({ id, name, country }) => [nameKey(name, country), id]));
  await storeParticipations(
    entries.map(({ input, agreementId, contributionId, known }) => ({
      ...input,
      ...{ agreementId, contributionId, verified: false },
      participantId: known?.id ?? idOf.get(nameKey(input.name, input.country)) ?? '',
    })),
    userId,
    tx,
  );
}

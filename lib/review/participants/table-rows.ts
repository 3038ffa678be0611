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

/** What one row would do. A row that is new is taken into the state, so that later rows are compared with it. */
export function readRow(
  { row, fields, complete }: TableRow<string>,
  { state, editor, apart }: { state: RegisterState; editor: Pick<Editor, 'organisation'>; apart: boolean },
): ReadRow {
  const plain = (name: string) => withoutEscape((fields[name] ?? '').trim());
  const said = { row, agreement: cutText(plain('agreement'), 120), name: cutText(plain('name'), 240) };
  const fault = (code: string, column: string): ReadRow => ({
    report: { ...said, outcome: 'fault', code, column },
    entry: null,
  });
  if (!complete) return fault('fields', 'agreement');
  const parsed = entryInput.safeParse({
    ...Object.fromEntries(Object.keys(fields).map((name) => [name, plain(name)])),
    same: plain('participant'),
    declaredBy: plain('declared_by') || 'third_party',
    apart: false,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fault(issue?.message ?? 'invalid', String(issue?.path[0] ?? 'name'));
  }
  const input = parsed.data;
  const agreementId = state.agreements.get(input.agreement);
  if (agreementId === undefined) return fault('unknown_agreement', 'agreement');
  const contributionId = input.contribution === undefined ? undefined : state.contributions.get(input.contribution);
  if (input.contribution !== undefined && contributionId === undefined)
    return fault('unknown_contribution', 'contribution');
  const named = input.same === undefined ? undefined : state.bySlug.get(input.same);
  if (input.same !== undefined && !named) return fault('unknown_choice', 'participant');
  const known = named ?? state.byName.get(nameKey(input.name, input.country)) ?? null;
  if (isOwn(editor, known?.name ?? input.name)) return fault('own_participant', 'name');
  const nameOf = nameKey(input.name, input.country);
  const isFresh = known === null && !state.fresh.has(nameOf);
  if (isFresh && !apart) {
    const similar = state.names.similarTo(input).map(({ name }) => name);
    if (similar.length > 0) return { report: { ...said, outcome: 'similar', similar }, entry: null };
  }
  const key = statedKey(known?.id ?? nameOf, agreementId, input.action);
  const dates = state.stated.get(key) ?? [];
  if (dates.some((date) => mayBeOne(date, input.date ?? null)))
    return { report: { ...said, outcome: 'present' }, entry: null };
  state.stated.set(key, [...dates, input.date ?? null]);
  if (isFresh) state.fresh.add(nameOf);
  if (isFresh)
    state.names.add({ id: '', slug: '', name: input.name, kind: input.kind, country: input.country ?? null });
  return { report: { ...said, outcome: 'new' }, entry: { input, agreementId, contributionId, known } };
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

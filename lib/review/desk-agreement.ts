import { z } from 'zod';
import type { Actor } from '@/lib/accounts/policy';
import { listCriteria, readCells, readReferenceNames } from '@/lib/agreements/cells';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import type { CellContent } from '@/lib/agreements/schema';
import { ASKED_FIELDS, CELL_FACTS, inFactOrder, isRowField } from '@/lib/agreements/facts/registry';
import type { RowField } from '@/lib/agreements/facts/registry';
import { isMeant } from '@/lib/agreements/search/filter';
import { DECIDABLE } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import { groupBy } from '@/lib/platform/group-by';
import { readableCells } from '@/lib/review/redactions/readable-words';

/** The contributions with undecided cells. */
const OPEN = [...DECIDABLE];
const PENDING = { status: 'pending' as const, contribution: { status: { in: OPEN } } };

export type DeskAgreementLine = {
  slug: string;
  name: string;
  shortName: string;
  version: number;
  updatedAt: Date;
  retiredAt: Date | null;
  /** How many of its cells are undecided. */
  pending: number;
};

/**
 * Every agreement, retired ones too, by name, each with the number of undecided cells; with a search only those that
 * match.
 */
export async function listDeskAgreements(sought = ''): Promise<DeskAgreementLine[]> {
  const [rows, waiting] = await Promise.all([
    db.agreement.findMany({
      where: { version: { gt: 0 } },
      orderBy: [{ name: 'asc' }, { slug: 'asc' }],
      select: { id: true, slug: true, name: true, shortName: true, version: true, updatedAt: true, retiredAt: true },
    }),
    db.proposedChange.groupBy({ by: ['agreementId', 'key'], where: { ...PENDING, agreementId: { not: null } } }),
  ]);
  const pending = groupBy(waiting, ({ agreementId }) => agreementId);
  return rows
    .filter(({ name, shortName, slug }) => isMeant(sought, [name, shortName, slug]))
    .map(({ id, ...row }) => ({ ...row, pending: pending.get(id)?.length ?? 0 }));
}

export type DeskProposal = {
  reference: string;
  value: CellContent['value'];
  note: string | null;
  source: string | null;
};
export type DeskCell = {
  key: string;
  title: string;
  /** Null for a cell without content. */
  content: (CellContent & { asOf: string | null; version: number; decidedAt: Date | null }) | null;
  /** The contributions it came from, the one decided on first. */
  contributions: string[];
  pending: DeskProposal[];
};
export type DeskRevisionCell = {
  key: string;
  title: string;
  before: CellContent | null;
  after: CellContent | null;
  /** Nothing has changed it since. */ stands: boolean;
};
export type DeskRevision = {
  version: number;
  kind: 'import' | 'decision' | 'revert' | 'retirement' | 'reinstatement';
  summary: string;
  reason: string | null;
  at: Date;
  by: string | null;
  seconded: string | null;
  contribution: string | null;
  reverts: number | null;
  revertedBy: number[];
  cells: DeskRevisionCell[];
};
export type DeskAgreement = NonNullable<Awaited<ReturnType<typeof readDeskAgreement>>>;
export type DeskCellGroup = { key: string; title: string; cells: DeskCell[] };

/** So many versions a page shows; the public one has them all. */
const SHOWN_VERSIONS = 40;

/**
 * An agreement as editors see it: every cell with its present content and its pending changes, and its history. Null
 * for an unknown slug.
 */
export async function readDeskAgreement(slug: string, actor: Pick<Actor, 'role'>) {
  const row = await db.agreement.findFirst({
    where: { slug, version: { gt: 0 } },
    select: { id: true, slug: true, name: true, shortName: true, version: true, updatedAt: true, retiredAt: true },
  });
  if (!row) return null;
  const { id, ...agreement } = row;
  const [sets, names, currentCells, origins, pending, revisions] = await Promise.all([
    listCriteria(),
    readReferenceNames(),
    readCells([id]),
    readOrigins(id),
    readPending(id),
    readRevisions(id),
  ]);
  const cells = new Map(currentCells.map(({ agreementId: _, key, ...content }) => [key, content]));
  const redact = await readableCells(actor);
  const shown: Shown = (key, content) => redact({ agreementId: id, key }, content);
  const cellOf = (key: string): DeskCell => ({
    key,
    title: cellLabel(key, 'en', names),
    contributions: origins.get(key) ?? [],
    ...shown(key, { content: cells.get(key) ?? null, pending: pending.get(key) ?? [] }),
  });
  const rows = inFactOrder([...cells.keys(), ...pending.keys()]);
  const facts = [...rows, ...TYPED_CELLS.filter(isRowField).flatMap(newRows)];
  const groups: DeskCellGroup[] = [
    { key: 'facts', title: 'Facts', cells: facts.map(cellOf) },
    ...sets.map((set) => ({
      key: set.slug,
      title: set.title,
      cells: set.criteria.map((criterion) => cellOf(criterion.key)),
    })),
  ];
  return {
    ...agreement,
    groups,
    /** How many of its cells are undecided. */
    pending: pending.size,
    revisions: revisions.map((revision) => revisionOf(revision, names, cells, shown)),
    shownVersions: SHOWN_VERSIONS,
  };
}

/** The facts of cells that a form asks for. */
const TYPED_CELLS = CELL_FACTS.filter((field) => ASKED_FIELDS.includes(field));
/** So many new rows of one fact can be proposed at once. */
const NEW_ROWS = [1, 2, 3];
const newRows = (field: RowField) => NEW_ROWS.map((number) => `${field}:+${number}`);

/** What a new agreement can hold: the same cells, with nothing in them. */
export async function listEmptyCells(): Promise<DeskCellGroup[]> {
  const [sets, names] = [await listCriteria(), await readReferenceNames()];
  const empty = (key: string): DeskCell => ({
    key,
    title: cellLabel(key, 'en', names),
    content: null,
    contributions: [],
    pending: [],
  });
  return [
    {
      key: 'facts',
      title: 'Facts',
      cells: TYPED_CELLS.flatMap((field) => (isRowField(field) ? newRows(field) : [field])).map(empty),
    },
    ...sets.map((set) => ({
      key: set.slug,
      title: set.title,
      cells: set.criteria.map((criterion) => empty(criterion.key)),
    })),
  ];
}

/** The references of the contributions that each cell's value came from. */
async function readOrigins(agreementId: string): Promise<Map<string, string[]>> {
  const origin = { select: { reference: true } } as const;
  const rows = await db.cell.findMany({
    where: { agreementId },
    select: {
      key: true,
      revision: {
        select: {
          contribution: origin,
          credits: { select: { key: true, contribution: origin }, orderBy: { contributionId: 'asc' } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ key, revision }) => {
      const credited = revision.credits.filter((credit) => credit.key === key).map(({ contribution }) => contribution);
      return [key, [revision.contribution, ...credited].flatMap((one) => one?.reference ?? [])];
    }),
  );
}

const PROPOSED = { key: true, value: true, note: true, source: true, asOf: true } as const;

async function readPending(agreementId: string): Promise<Map<string, DeskProposal[]>> {
  const rows = await db.proposedChange.findMany({
    where: { ...PENDING, agreementId },
    orderBy: [{ contribution: { submittedAt: 'asc' } }, { id: 'asc' }],
    select: { ...PROPOSED, contribution: { select: { reference: true } } },
  });
  const byKey = new Map<string, DeskProposal[]>();
  for (const { key, value, contribution, ...beside } of rows) {
    // A proposed value was parsed before it was stored.
    const said = { value: value as CellContent['value'], ...beside };
    byKey.set(key, [...(byKey.get(key) ?? []), { reference: contribution.reference ?? '', ...said }]);
  }
  return byKey;
}

const NAMED = { select: { name: true, email: true } } as const;

function readRevisions(agreementId: string) {
  return db.revision.findMany({
    where: { agreementId },
    orderBy: { version: 'desc' },
    take: SHOWN_VERSIONS,
    select: {
      version: true,
      kind: true,
      summary: true,
      reason: true,
      createdAt: true,
      user: NAMED,
      secondedBy: NAMED,
      contribution: { select: { reference: true } },
      reverts: { select: { version: true } },
      revertedBy: { select: { version: true }, orderBy: { version: 'asc' } },
      changes: { select: { key: true, before: true, after: true } },
    },
  });
}

/** What a cell holds, as this person may read it. */
type Shown = <T>(key: string, content: T) => T;
type RevisionRow = Awaited<ReturnType<typeof readRevisions>>[number];
const nameOf = (person: { name: string | null; email: string } | null) => person && (person.name ?? person.email);

function revisionOf(
  row: RevisionRow,
  names: ReferenceNames,
  currentCells: ReadonlyMap<string, { version: number }>,
  shown: Shown,
): DeskRevision {
  const { version, kind, summary, reason, createdAt, user, secondedBy, contribution, reverts, revertedBy, changes } =
    row;
  const inOrder = [...inFactOrder(changes.map(({ key }) => key)), ...Object.keys(names.criteria)] as string[];
  return {
    ...{ version, kind, summary, reason },
    at: createdAt,
    by: nameOf(user),
    seconded: nameOf(secondedBy),
    contribution: contribution?.reference ?? null,
    reverts: reverts?.version ?? null,
    revertedBy: revertedBy.map((one) => one.version),
    cells: changes
      .toSorted((one, other) => inOrder.indexOf(one.key) - inOrder.indexOf(other.key))
      .map(({ key, before, after }) => ({
        key,
        title: cellLabel(key, 'en', names),
        // History holds what cells held, which was parsed before it was written.
        ...shown(key, { before: before as CellContent | null, after: after as CellContent | null }),
        stands: after === null ? !currentCells.has(key) : currentCells.get(key)?.version === version,
      })),
  };
}

export type LeftByCorrection = { slug: string; name: string; cells: { key: string; title: string }[] };

/** As the correction of the import wrote it into the audit log. */
const details = z.object({ version: z.number(), left: z.array(z.string()) });

/**
 * The cells that a correction of the import did not touch because editors had decided on them, although the imported
 * value was wrong: those without a later decision. By name of the agreement.
 */
export async function listLeftByCorrections(): Promise<LeftByCorrection[]> {
  const events = await db.auditEvent.findMany({
    where: { action: 'dataset.corrected' },
    orderBy: { id: 'asc' },
    select: { subjectId: true, details: true },
  });
  const left = events
    .map(({ subjectId, details: written }) => ({ id: subjectId, ...details.parse(written) }))
    .filter((event) => event.left.length > 0);
  if (left.length === 0) return [];
  const names = await readReferenceNames();
  const agreements = await db.agreement.findMany({
    where: { id: { in: left.map(({ id }) => id) } },
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
    select: { id: true, slug: true, name: true, cells: { select: { key: true, version: true } } },
  });
  return agreements.flatMap(({ id, slug, name, cells }) => {
    const untouched = left
      .filter((event) => event.id === id)
      .flatMap((event) =>
        event.left.filter((key) => (cells.find((cell) => cell.key === key)?.version ?? 0) <= event.version),
      );
    return untouched.length === 0
      ? []
      : [{ slug, name, cells: [...new Set(untouched)].map((key) => ({ key, title: cellLabel(key, 'en', names) })) }];
  });
}

import { db } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { readCellRedactor } from './redacted-cells';
import { referenceNamesIn } from './facts/reference-names';
import type { ReferenceNames } from './facts/reference-names';
import type { CellContent } from './schema';

export type AgreementName = { id: string; slug: string; name: string; shortName: string; version: number };
export type CurrentCell = CellContent & { asOf: string | null; version: number; decidedAt: Date | null };
export type AgreementCells = AgreementName & { cells: Record<string, CurrentCell> };

const NAME = { id: true, slug: true, name: true, shortName: true, version: true } as const;

/** Every agreement that is not retired, by name. */
export async function listAgreementNames(tx: Tx = db): Promise<AgreementName[]> {
  return tx.agreement.findMany({
    where: { retiredAt: null },
    select: NAME,
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
  });
}

/**
 * Every agreement that is not retired, by name, with its code on paper, such as `A07`. The number is its place among all
 * that ever were, so that it stays the same when others come or are retired.
 */
export async function listCodedAgreements(tx: Tx = db): Promise<{ value: string; label: string; code: string }[]> {
  const rows = await tx.agreement.findMany({
    select: { slug: true, name: true, retiredAt: true },
    orderBy: [{ createdAt: 'asc' }, { slug: 'asc' }],
  });
  return rows
    .map(({ slug, name, retiredAt }, at) => ({
      retiredAt,
      coded: { value: slug, label: name, code: `A${String(at + 1).padStart(2, '0')}` },
    }))
    .flatMap(({ retiredAt, coded }) => (retiredAt === null ? [coded] : []))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
}

/**
 * What all agreements that are or were in the dataset and all criteria are called. Cells may still refer to a retired
 * agreement.
 */
export async function readReferenceNames(tx: Tx = db): Promise<ReferenceNames> {
  const agreements = await tx.agreement.findMany({
    where: { version: { gt: 0 } },
    select: { slug: true, shortName: true },
    orderBy: { slug: 'asc' },
  });
  return referenceNamesIn({ agreements, sets: await listCriteria(tx) });
}

export type AgreementDescription = { summary?: string; link?: string };

/** The summary and the address of each agreement that has one, by slug. */
export async function readDescriptions(tx: Tx = db): Promise<Map<string, AgreementDescription>> {
  const rows = await tx.cell.findMany({
    where: { key: { in: ['summary', 'link'] } },
    select: { agreementId: true, key: true, value: true, agreement: { select: { slug: true } } },
    orderBy: [{ agreementId: 'asc' }, { key: 'asc' }],
  });
  const found = new Map<string, AgreementDescription>();
  const redact = await readCellRedactor(tx);
  for (const { agreementId, key, value, agreement } of rows)
    if (typeof value === 'string')
      found.set(agreement.slug, { ...found.get(agreement.slug), [key]: redact({ agreementId, key }, value) });
  return found;
}

/** The agreements of these slugs, keyed by slug; an unknown slug has no entry. */
export async function findAgreements(slugs: string[], tx: Tx = db): Promise<Map<string, AgreementName>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx.agreement.findMany({ where: { slug: { in: slugs }, retiredAt: null }, select: NAME });
  return new Map(rows.map((row) => [row.slug, row]));
}

/**
 * One agreement with its current cells as readers read them, without the passages that editors took out; null for an
 * unknown slug.
 */
export async function readAgreementCells(slug: string, tx: Tx = db): Promise<AgreementCells | null> {
  const row = await tx.agreement.findUnique({ where: { slug }, select: NAME });
  if (!row) return null;
  const cells = await readCells([row.id], tx);
  const redact = await readCellRedactor(tx);
  const shown = cells.map(({ key, ...cell }) => [key, redact({ agreementId: row.id, key }, cell)] as const);
  return { ...row, cells: Object.fromEntries(shown) };
}

/** The current cells of these agreements; with `keys`, only those. */
export async function readCells(agreementIds: string[], tx: Tx = db, keys?: string[]) {
  const rows = await tx.cell.findMany({
    where: { agreementId: { in: agreementIds }, ...(keys && { key: { in: keys } }) },
    select: {
      agreementId: true,
      key: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      version: true,
      decidedAt: true,
    },
    orderBy: [{ agreementId: 'asc' }, { key: 'asc' }],
  });
  // Every value was parsed by `parseCellValue` or the seed's schema before it was written: it is JSON.
  return rows.map((row) => ({ ...row, value: row.value as CellContent['value'] }));
}

/**
 * What these cells held at a version of their agreement, from its history; a key that held nothing then has no entry.
 * The base of a proposal is read from here and not taken from the sender, so that it can't be forged.
 */
export async function readContentAt(wanted: { agreementId: string; version: number; keys: string[] }[], tx: Tx = db) {
  const rows = await tx.$queryRaw<{ agreementId: string; key: string; content: CellContent }[]>(Prisma.sql`
    SELECT DISTINCT ON (w.agreement_id, w.key) w.agreement_id AS "agreementId", w.key, c.after AS content
    FROM jsonb_to_recordset(${JSON.stringify(
      wanted.flatMap(({ agreementId, version, keys }) =>
        keys.map((key) => ({ agreement_id: agreementId, version, key })),
      ),
    )}::jsonb) AS w(agreement_id uuid, version int, key text)
    JOIN revisions r ON r.agreement_id = w.agreement_id AND r.version <= w.version
    JOIN revision_cells c ON c.revision_id = r.id AND c.key = w.key
    ORDER BY w.agreement_id, w.key, r.version DESC`);
  return new Map(rows.map(({ agreementId, key, content }) => [cellId(agreementId, key), content]));
}

/** Every cell of an agreement at one of its versions, from its history. */
export async function readSnapshotAt(
  { agreementId, version }: { agreementId: string; version: number },
  tx: Tx = db,
): Promise<Record<string, CellContent>> {
  const rows = await tx.$queryRaw<{ key: string; content: CellContent | null }[]>(Prisma.sql`
    SELECT DISTINCT ON (c.key) c.key, c.after AS content
    FROM revisions r JOIN revision_cells c ON c.revision_id = r.id
    WHERE r.agreement_id = ${agreementId}::uuid AND r.version <= ${version}
    ORDER BY c.key, r.version DESC`);
  return Object.fromEntries(rows.flatMap(({ key, content }) => (content ? [[key, content]] : [])));
}

/** Names one cell of one agreement in a map. */
export const cellId = (agreementId: string, key: string) => `${agreementId}/${key}`;

/** Keys of all criteria, for the schema of a submission. */
export async function listCriterionKeys(tx: Tx = db): Promise<string[]> {
  const rows = await tx.criterion.findMany({
    select: { key: true },
    orderBy: [{ setSlug: 'asc' }, { position: 'asc' }],
  });
  return rows.map((row) => row.key);
}

/** The criterion sets in their order, each with its criteria. */
export async function listCriteria(tx: Tx = db) {
  return tx.criterionSet.findMany({
    orderBy: { position: 'asc' },
    select: {
      slug: true,
      title: true,
      description: true,
      source: true,
      criteria: {
        orderBy: { position: 'asc' },
        select: { key: true, letter: true, title: true, shortTitle: true, description: true, help: true },
      },
    },
  });
}

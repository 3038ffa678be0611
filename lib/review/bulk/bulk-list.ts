import { cellId, listCriterionKeys, readCells, readContentAt } from '@/lib/agreements/cells';
import { agreementSlug } from '@/lib/agreements/schema';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { cellNamed } from './rows';
import type { CurrentDataset, CurrentAgreement, CurrentCell } from './rows';
import { bulkReport } from './schema';
import type { BulkReport } from './schema';
import type { CellTable } from './table';

export type BulkEntryLine = {
  id: string;
  fileName: string;
  status: BulkStatus;
  createdAt: Date;
  reference: string | null;
};
export type BulkStatus = 'checking' | 'checked' | 'unreadable' | 'stored' | 'discarded';
export type BulkEntryPage = BulkEntryLine & { rowsTotal: number | null; rowsChecked: number; report: BulkReport };

const LINE = {
  id: true,
  fileName: true,
  status: true,
  createdAt: true,
  contribution: { select: { reference: true } },
} as const;

/** What an editor has uploaded, the newest first. */
export async function listBulkEntries(userId: string): Promise<BulkEntryLine[]> {
  const rows = await db.bulkEntry.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 20,
    select: LINE,
  });
  return rows.map(({ contribution, ...row }) => ({ ...row, reference: contribution?.reference ?? null }));
}

/** One upload with its report; null for an unknown id or another editor's upload. */
export async function readBulkEntry(id: string, userId: string): Promise<BulkEntryPage | null> {
  const row = await db.bulkEntry.findFirst({
    where: { id, userId },
    select: { ...LINE, rowsTotal: true, rowsChecked: true, report: true },
  });
  if (!row) return null;
  const { contribution, report, ...entry } = row;
  return { ...entry, reference: contribution?.reference ?? null, report: bulkReport.parse(report) };
}

/** How far the check of an upload has come. */
export async function readBulkProgress(id: string, userId: string) {
  return db.bulkEntry.findFirst({
    where: { id, userId },
    select: { status: true, rowsTotal: true, rowsChecked: true },
  });
}

/**
 * What the rows of a table are compared with: the present agreements that they name, and the earlier content of changed
 * cells.
 */
export async function readCurrentDataset({ rows }: CellTable, tx: Tx = db): Promise<CurrentDataset> {
  const slugs = [...new Set(rows.map(({ fields }) => (fields.agreement ?? '').trim()))].filter(
    (slug) => agreementSlug.safeParse(slug).success,
  );
  const found = await tx.agreement.findMany({
    where: { slug: { in: slugs }, version: { gt: 0 } },
    select: { id: true, slug: true, version: true, retiredAt: true },
  });
  const cells = await readCells(
    found.map(({ id }) => id),
    tx,
  );
  const byAgreement = new Map<string, Record<string, CurrentCell>>(found.map(({ id }) => [id, {}]));
  for (const { agreementId, key, value, note, source, asOf, version } of cells) {
    const own = byAgreement.get(agreementId);
    if (own) own[key] = { value, note, source, asOf, version };
  }
  const agreements = new Map(
    found.map(({ id, slug, version, retiredAt }): [string, CurrentAgreement] => [
      slug,
      { id, version, retired: retiredAt !== null, cells: byAgreement.get(id) ?? {} },
    ]),
  );
  return {
    agreements,
    criteria: new Set(await listCriterionKeys(tx)),
    begun: new Set(),
    baseOf: await readBases(rows, agreements, tx),
  };
}

/** What cells held at the versions that the rows name, for those that have changed since. */
async function readBases(
  rows: CellTable['rows'],
  agreements: ReadonlyMap<string, CurrentAgreement>,
  tx: Tx,
): Promise<CurrentDataset['baseOf']> {
  const moved = rows.flatMap(({ fields }) => {
    const agreement = agreements.get((fields.agreement ?? '').trim());
    const key = cellNamed(fields);
    const version = /^\d{1,9}$/.test((fields.version ?? '').trim()) ? Number(fields.version) : 0;
    const current = agreement?.cells[key];
    return agreement && current && version > 0 && version < current.version
      ? [{ agreementId: agreement.id, version, keys: [key] }]
      : [];
  });
  const bases = moved.length > 0 ? await readContentAt(moved, tx) : new Map();
  return (slug, key) => bases.get(cellId(agreements.get(slug)?.id ?? '', key)) ?? null;
}

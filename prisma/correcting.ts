import type { SeedCorrections, SeedDataset } from '@/lib/agreements/seed-schema';
import { lockAgreements, writeRevision } from '@/lib/agreements/revisions';
import type { CellWrite } from '@/lib/agreements/revisions';
import type { CellContent } from '@/lib/agreements/schema';
import type { Tx } from '@/lib/platform/db/client';
import { TAGS } from '@/lib/platform/cache/tags';
import type { MutationContext } from '@/lib/platform/mutation';
import { isSameJson } from '@/lib/platform/json';

const SUMMARY = 'Correction of the import';

export type SeedCell = { value: CellContent['value']; note?: string; source?: string; asOf?: string };

export const contentOf = ({ value, note, source }: SeedCell): CellContent => ({
  value,
  note: note ?? null,
  source: source ?? null,
});

/**
 * Brings corrections of these files to an installation that was seeded from an earlier edition: one revision for each
 * agreement, with the cells that still hold the imported content. Cells that editors have decided on since stay as they
 * are; the audit event names those whose imported content was wrong, and the desk lists them. Done once; repeating it
 * changes nothing. Returns how many agreements it corrected.
 */
export async function correctImport(
  { source, agreements }: SeedDataset,
  corrections: SeedCorrections,
  { tx, audit, invalidate }: MutationContext,
): Promise<number> {
  const earlier = new Map(corrections.cells.map(({ agreement, cell, before }) => [`${agreement}/${cell}`, before]));
  const rows = await tx.agreement.findMany({
    where: { slug: { in: agreements.map(({ slug }) => slug) } },
    orderBy: { id: 'asc' },
    select: { id: true, slug: true },
  });
  const done = await tx.auditEvent.findMany({
    where: { action: 'dataset.corrected', details: { path: ['correction'], equals: corrections.key } },
    select: { subjectId: true },
  });
  const open = rows.filter(({ id }) => !done.some(({ subjectId }) => subjectId === id));
  await lockAgreements(
    open.map(({ id }) => id),
    tx,
  );
  let corrected = 0;
  for (const { id, slug } of open) {
    const stated = agreements.find((agreement) => agreement.slug === slug);
    if (!stated) continue;
    const cells = await listImported(id, tx);
    const right = new Map(
      Object.entries({ ...stated.facts, ...stated.assessments }).flatMap(([key, cell]) =>
        cell ? [[key, cell] as const] : [],
      ),
    );
    const work = cells.map((cell) => judge(cell, earlier.get(`${slug}/${cell.key}`), right.get(cell.key), source.date));
    const written = work.flatMap(({ write }) => write ?? []);
    const left = work.flatMap(({ left: key }) => key ?? []);
    if (written.length + left.length === 0) continue;
    const version = written.length > 0 ? await write(id, written, corrections.reason, tx) : await versionOf(id, tx);
    const details = { correction: corrections.key, version, cells: written.map(({ key }) => key), left };
    await audit({
      action: 'dataset.corrected',
      subject: { kind: 'agreement', id },
      details,
    });
    invalidate(TAGS.dataset, TAGS.agreement(slug));
    corrected += 1;
  }
  return corrected;
}

async function write(agreementId: string, cells: CellWrite[], reason: string, tx: Tx): Promise<number> {
  const { version } = await writeRevision(
    {
      agreementId,
      kind: 'import',
      summary: SUMMARY,
      reason,
      userId: null,
      contributionId: null,
      cells,
      at: new Date(),
    },
    tx,
  );
  return version;
}

const versionOf = async (id: string, tx: Tx) =>
  (await tx.agreement.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

type Imported = {
  key: string;
  /** The content that the import wrote. */
  imported: CellContent;
  importedAsOf: string | null;
  /** The present content, and whether it is still that of the import; null if the cell was removed. */
  current: (CellContent & { asOf: string | null; version: number; untouched: boolean }) | null;
};

async function listImported(agreementId: string, tx: Tx): Promise<Imported[]> {
  const changes = await tx.revisionCell.findMany({
    where: { revision: { agreementId, kind: 'import', version: 1 } },
    orderBy: { key: 'asc' },
    select: { key: true, after: true },
  });
  const cells = await tx.cell.findMany({
    where: { agreementId },
    select: {
      key: true,
      value: true,
      note: true,
      source: true,
      asOf: true,
      version: true,
      revision: { select: { kind: true } },
    },
  });
  return changes.map(({ key, after }) => {
    // as an import wrote it
    const { asOf: importedAsOf = null, ...imported } = after as CellContent & { asOf?: string };
    const cell = cells.find((one) => one.key === key);
    // A cell's value was parsed before it was written: it is JSON.
    const current = cell
      ? { ...cell, value: cell.value as CellContent['value'], untouched: cell.revision.kind === 'import' }
      : null;
    return { key, imported, importedAsOf, current };
  });
}

/** What happens to one cell: written again, left to the editors who have decided on it, or nothing. */
function judge(
  { key, imported, importedAsOf, current }: Imported,
  earlier: CellContent | undefined,
  right: SeedCell | undefined,
  year: string,
): { write?: CellWrite; left?: string } {
  const wrong = earlier !== undefined && isSameJson(imported, earlier);
  const undated = importedAsOf === null && right !== undefined && isSameJson(imported, contentOf(right));
  if (!wrong && !undated) return {};
  if (
    !current?.untouched ||
    !isSameJson({ value: current.value, note: current.note, source: current.source }, imported)
  )
    return wrong ? { left: key } : {};
  return {
    write: {
      key,
      content: right ? { ...contentOf(right), asOf: right.asOf ?? year } : null,
      seenVersion: current.version,
    },
  };
}

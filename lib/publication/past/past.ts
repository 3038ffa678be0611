import { db } from '@/lib/platform/db/client';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { pastContent } from '@/lib/agreements/schema';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import { publicAgreement } from '@/lib/publication/schema';
import type { PublicAgreement } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';
import { withViews } from '@/lib/publication/stated-views';

/** A moment in an agreement's life: one of its versions, or the version at a time. */
export type Point = { version: number } | { at: Date };

const ORIGIN = { select: { reference: true } } as const;

const revisionsUpTo = (point: Point) => ({
  where: 'version' in point ? { version: { lte: point.version } } : { createdAt: { lte: point.at } },
  orderBy: { version: 'asc' as const },
  select: {
    version: true,
    kind: true,
    reason: true,
    createdAt: true,
    contribution: ORIGIN,
    changes: { select: { key: true, after: true } },
    credits: { select: { key: true, contribution: ORIGIN }, orderBy: { contributionId: 'asc' as const } },
  },
});
/**
 * What an import brought: references belong to the cells of that revision, whatever the cells hold today; a date
 * belongs to its value.
 */
const IMPORTED = {
  where: { OR: [{ creditedAs: { isEmpty: false } }, { revision: { kind: 'import' as const } }] },
  select: { key: true, creditedAs: true, decidedAt: true, version: true },
};

/**
 * One agreement at an earlier moment, also a retired one, which is marked; null if it did not exist or never had that
 * version.
 */
export async function readAgreementAt(slug: string, point: Point): Promise<PublicAgreement | null> {
  const row = await db.agreement.findUnique({
    where: { slug },
    select: { id: true, slug: true, revisions: revisionsUpTo(point), cells: IMPORTED },
  });
  const newest = row?.revisions.at(-1);
  if (!row || !newest || ('version' in point && newest.version !== point.version)) return null;
  const { retiredAt, retiredReason } = retirementOf(row.revisions);
  return withViews(
    hideContactDetails(
      publicAgreement.parse({ ...snapshotOf(row, await readCellRedactor()), retiredAt, retiredReason }),
    ),
  );
}

/** The dataset at an earlier time: its agreements by slug, without those that were retired then. */
export async function listAgreementsAt(at: Date): Promise<PublicAgreement[]> {
  const rows = await db.agreement.findMany({
    where: { revisions: { some: { createdAt: { lte: at } } } },
    orderBy: { slug: 'asc' },
    select: { id: true, slug: true, revisions: revisionsUpTo({ at }), cells: IMPORTED },
  });
  const redact = await readCellRedactor();
  return rows
    .filter((row) => retirementOf(row.revisions).retiredAt === null)
    .map((row) => withViews(hideContactDetails(publicAgreement.parse(snapshotOf(row, redact)))));
}

/** When the dataset had last changed at a given time; null if it was empty. The dataset is the same at both times. */
export async function readLastChange(at: Date): Promise<Date | null> {
  const newest = await db.revision.aggregate({ where: { createdAt: { lte: at } }, _max: { createdAt: true } });
  return newest._max.createdAt;
}

type RevisionRow = {
  version: number;
  kind: string;
  reason: string | null;
  createdAt: Date;
  contribution: { reference: string | null } | null;
  changes: { key: string; after: unknown }[];
  credits: { key: string; contribution: { reference: string | null } }[];
};
type AgreementRow = { id: string; slug: string; revisions: RevisionRow[]; cells: ImportedCell[] };
type ImportedCell = { key: string; creditedAs: string[]; decidedAt: Date | null; version: number };
type Written = { revision: RevisionRow; content: unknown; decidedAt: Date | null; contributions: string[] };

/** The cells after reading the revisions one after the other. */
function snapshotOf({ id, slug, revisions, cells }: AgreementRow, redact: CellRedactor) {
  const written = new Map<string, Written[]>();
  const imported = new Map(cells.map((cell) => [cell.key, cell]));
  for (const revision of revisions) {
    for (const { key, after } of revision.changes) {
      const earlier = written.get(key) ?? [];
      written.set(key, [
        ...earlier,
        { revision, content: after, ...originOf(revision, key, after, earlier, imported) },
      ]);
    }
  }
  const last = [...written].flatMap(([key, entries]) => {
    const cell = entries.at(-1);
    return cell && cell.content !== null ? [{ key, ...cell }] : [];
  });
  const of = (facts: boolean) =>
    Object.fromEntries(
      last
        .filter(({ key }) => isFactKey(key) === facts)
        .toSorted(byKey)
        .map((cell) => [cell.key, redact({ agreementId: id, key: cell.key }, serialise(cell))]),
    );
  const newest = revisions.at(-1);
  const facts = of(true);
  return {
    slug,
    name: facts.name?.value ?? slug,
    shortName: facts.shortName?.value ?? slug,
    version: newest?.version,
    updatedAt: newest?.createdAt.toISOString(),
    facts,
    assessments: of(false),
  };
}

/** The origin and the date of a value. A value that a revert brings back keeps its origin. */
function originOf(
  revision: RevisionRow,
  key: string,
  content: unknown,
  earlier: Written[],
  imported: Map<string, ImportedCell>,
) {
  const before =
    revision.kind === 'revert' ? earlier.findLast((entry) => isSameJson(entry.content, content)) : undefined;
  if (before) return { decidedAt: before.decidedAt, contributions: before.contributions };
  const credited = revision.credits.filter((credit) => credit.key === key).map((credit) => credit.contribution);
  const here = [revision.contribution, ...credited].flatMap((one) => one?.reference ?? []);
  if (revision.kind !== 'import') return { decidedAt: revision.createdAt, contributions: here };
  const cell = imported.get(key);
  return {
    decidedAt: cell?.version === revision.version ? cell.decidedAt : null,
    contributions: [...here, ...(cell?.creditedAs ?? [])],
  };
}

const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);

function serialise({ content, revision, decidedAt, contributions }: Written) {
  const { value, note, source, asOf = null } = pastContent.parse(content);
  return {
    value,
    note,
    source,
    asOf,
    decidedAt: decidedAt?.toISOString() ?? null,
    version: revision.version,
    contribution: contributions[0] ?? null,
    contributions,
  };
}

/** Whether the last of its events was a retirement. */
function retirementOf(revisions: RevisionRow[]): { retiredAt: string | null; retiredReason: string | null } {
  const last = revisions.findLast(({ kind }) => kind === 'retirement' || kind === 'reinstatement');
  return last?.kind === 'retirement'
    ? { retiredAt: last.createdAt.toISOString(), retiredReason: last.reason }
    : { retiredAt: null, retiredReason: null };
}

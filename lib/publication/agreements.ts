import { z } from 'zod';
import { cellId, listCriteria, readReferenceNames } from '@/lib/agreements/cells';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { citationReader } from '@/lib/agreements/sources/citations';
import { listSourceRows } from '@/lib/agreements/sources/sources';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import type { Narrowing } from './filter';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import type { CellRedactor } from '@/lib/agreements/redacted-cells';
import { publicAgreement, publicCriterionSet, publicRevision } from './schema';
import type { PublicAgreement, PublicCriterionSet, PublicRevision } from './schema';
import { withViews } from './stated-views';
import { readConfirmations, surenessOf } from './sureness';

/** Every loader here selects field by field and passes its result through the schema of what is public. */
const ORIGIN = { select: { reference: true } } as const;
const CELLS = {
  orderBy: { key: 'asc' },
  select: {
    key: true,
    value: true,
    note: true,
    source: true,
    asOf: true,
    decidedAt: true,
    version: true,
    creditedAs: true,
    sureness: true,
    revisionId: true,
  },
} as const;
/** Since when and why an agreement is retired, from the revision that retired it. */
const RETIREMENT = {
  retiredAt: true,
  revisions: { where: { kind: 'retirement' }, orderBy: { version: 'desc' }, take: 1, select: { reason: true } },
} as const;
/** A revision without the editor who decided: only the desk may see the name. */
export const REVISION = {
  agreementId: true,
  version: true,
  kind: true,
  summary: true,
  reason: true,
  reverts: { select: { version: true } },
  createdAt: true,
  contribution: ORIGIN,
  changes: { orderBy: { key: 'asc' }, select: { key: true, before: true, after: true } },
  credits: { orderBy: { contributionId: 'asc' }, select: { key: true, contribution: ORIGIN } },
} as const;
const AGREEMENT = {
  id: true,
  slug: true,
  name: true,
  shortName: true,
  version: true,
  updatedAt: true,
  cells: CELLS,
} as const;

type AgreementRow = {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  version: number;
  updatedAt: Date;
  cells: CellRow[];
};
type CellRow = {
  key: string;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf: string | null;
  decidedAt: Date | null;
  version: number;
  creditedAs: string[];
  sureness: unknown;
  revisionId: string;
};
type Origin = {
  contribution: { reference: string | null } | null;
  credits: { key: string; contribution: { reference: string | null } }[];
};
/** The origin of values by revision; a revision that is absent came from no contribution. */
type Origins = Map<string, Origin & { kind: string; secondedById: string | null }>;
/** What is read beside the cells, and once for all of them. */
type Context = {
  origins: Origins;
  citations: ReturnType<typeof citationReader>;
  confirmations: Awaited<ReturnType<typeof readConfirmations>>;
  redact: CellRedactor;
};

/** What readers call the agreements, retired ones among them, and the criteria, by the keys that values hold. */
export const readPublicNames = async (tx: Tx = db): Promise<ReferenceNames> =>
  hideContactDetails(await readReferenceNames(tx));

type Part = { after?: string; limit?: number; slugs?: string[]; only?: Narrowing };

/**
 * The agreements of the dataset by slug, each with all its cells; after `after` (a slug), at most `limit`, only those
 * of `slugs` or within `only`, where given.
 */
export async function listAgreements(
  { after, limit, slugs, only = {} }: Part = {},
  tx: Tx = db,
): Promise<PublicAgreement[]> {
  const rows = await tx.agreement.findMany({
    where: { retiredAt: null, version: { gt: 0 }, slug: { gt: after, in: slugs }, AND: cellsOf(only) },
    orderBy: { slug: 'asc' },
    ...(limit !== undefined && { take: limit }),
    select: AGREEMENT,
  });
  const context = await readContext(rows, tx);
  return rows.map((row) => serialiseAgreement(row, context));
}

async function readContext(agreements: { id: string }[], tx: Tx): Promise<Context> {
  const [origins, sources] = [await readOrigins(agreements, tx), await listSourceRows(tx)];
  const ids = agreements.map(({ id }) => id);
  const [confirmations, redact] = [await readConfirmations(ids, tx), await readCellRedactor(tx)];
  return { origins, citations: citationReader(sources), confirmations, redact };
}

/**
 * A query of its own, once for each revision: most cells come from an import, which has no contribution, and reading it
 * with each cell takes longer than everything else.
 */
async function readOrigins(agreements: { id: string }[], tx: Tx): Promise<Origins> {
  const rows = await tx.revision.findMany({
    where: {
      agreementId: { in: agreements.map(({ id }) => id) },
      OR: [
        { kind: { not: 'import' } },
        { contributionId: { not: null } },
        { credits: { some: {} } },
        { cells: { some: { creditedAs: { isEmpty: false } } } },
      ],
    },
    select: {
      id: true,
      kind: true,
      secondedById: true,
      contribution: ORIGIN,
      credits: { select: { key: true, contribution: ORIGIN }, orderBy: { contributionId: 'asc' } },
    },
  });
  return new Map(rows.map(({ id, ...origin }) => [id, origin]));
}

/** `isWithin` as a condition of the database. A criterion without a cell is not assessed. */
function cellsOf({ space, nature, has = [] }: Narrowing): Prisma.AgreementWhereInput[] {
  const cells = { ...(space && { space }), ...(nature && { bindingNature: nature }) };
  const holds = (key: string, value: string) => ({ cells: { some: { key, value: { equals: value } } } });
  const assessed = has.map(({ criterion, value }) =>
    value === 'not_assessed' ? { cells: { none: { key: criterion, value: { not: value } } } } : holds(criterion, value),
  );
  return [...Object.entries(cells).map(([key, value]) => holds(key, value)), ...assessed];
}

/** One agreement as it is now, also a retired one, which is marked as retired; null for an unknown slug. */
export async function readAgreement(slug: string): Promise<PublicAgreement | null> {
  const row = await db.agreement.findUnique({
    where: { slug, version: { gt: 0 } },
    select: { ...AGREEMENT, ...RETIREMENT },
  });
  if (!row) return null;
  const { retiredAt, revisions, ...agreement } = row;
  const retired = {
    retiredAt: retiredAt?.toISOString() ?? null,
    retiredReason: (retiredAt && revisions[0]?.reason) ?? null,
  };
  return publicAgreement.parse({
    ...serialiseAgreement(agreement, await readContext([agreement], db)),
    ...hideContactDetails(retired),
  });
}

/** Whether the dataset has or had an agreement of this name. */
export const isAgreement = async (slug: string): Promise<boolean> =>
  (await db.agreement.count({ where: { slug, version: { gt: 0 } } })) > 0;

/** The revisions of one agreement, newest first, each with what it changed; null for an unknown slug. */
export async function readHistory(slug: string): Promise<PublicRevision[] | null> {
  const row = await db.agreement.findUnique({
    where: { slug },
    select: { revisions: { orderBy: { version: 'desc' }, select: REVISION } },
  });
  if (!row) return null;
  const redact = await readCellRedactor();
  return row.revisions.map((revision) => serialiseRevision(revision, redact));
}

/** The criterion sets in their order. */
export async function listCriterionSets(tx: Tx = db): Promise<PublicCriterionSet[]> {
  return z.array(publicCriterionSet).parse(await listCriteria(tx));
}

function serialiseAgreement({ id, cells, updatedAt, ...row }: AgreementRow, context: Context): PublicAgreement {
  const of = (facts: boolean) =>
    Object.fromEntries(
      cells.filter((cell) => isFactKey(cell.key) === facts).map((cell) => [cell.key, serialiseCell(cell, id, context)]),
    );
  // For values of all origins: a value is about an agreement, and contact details in it are not published.
  const agreement = { ...row, updatedAt: updatedAt.toISOString(), facts: of(true), assessments: of(false) };
  return withViews(hideContactDetails(publicAgreement.parse(agreement)));
}

function serialiseCell(
  { key, decidedAt, revisionId, creditedAs, sureness, ...cell }: CellRow,
  agreementId: string,
  { origins, citations, confirmations, redact }: Context,
) {
  const origin = origins.get(revisionId);
  // A cell from a download names contributions of another database; a cell that was decided on later does not.
  const contributions = origin ? [...creditedWith(key, origin), ...(origin.kind === 'import' ? creditedAs : [])] : [];
  const source = citations(cell.source)[0]?.source;
  const shown = redact({ agreementId, key }, cell);
  return {
    ...shown,
    decidedAt: decidedAt?.toISOString() ?? null,
    contribution: contributions[0] ?? null,
    contributions,
    sourceRecord: source ? { key: source.key, kind: source.kind } : null,
    sureness: surenessOf({
      cell: { ...cell, decidedAt, sureness },
      recordKind: source?.kind ?? null,
      revision: origin,
      confirmation: confirmations.get(cellId(agreementId, key)),
    }),
  };
}

/** The references of the contributions a value came from, the one decided on first. */
function creditedWith(key: string, { contribution, credits }: Origin): string[] {
  const joined = credits.filter((credit) => credit.key === key).map((credit) => credit.contribution);
  return [contribution, ...joined].flatMap((one) => one?.reference ?? []);
}

export type RevisionRow = Origin & {
  agreementId: string;
  kind: string;
  version: number;
  summary: string;
  reason: string | null;
  reverts: { version: number } | null;
  createdAt: Date;
  changes: { key: string; before: unknown; after: unknown }[];
};

/** A revision as history and the list of changes have it. */
export function serialiseRevision(
  { agreementId, createdAt, changes, credits, contribution, reverts, ...row }: RevisionRow,
  redact: CellRedactor,
): PublicRevision {
  const revision = publicRevision.parse({
    ...row,
    reverts: reverts?.version ?? null,
    at: createdAt.toISOString(),
    contribution: contribution?.reference ?? null,
    changes: changes.map(({ key, before, after }) => ({
      cell: key,
      ...redact({ agreementId, key }, { before, after }),
      contributions: creditedWith(key, { contribution, credits }),
    })),
  });
  return hideContactDetails(revision);
}

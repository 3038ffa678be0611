import { randomUUID } from 'node:crypto';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import type { DownloadedDataset } from './schema';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

const IMPORTED_TAGS = [TAGS.dataset, TAGS.calls];
const SUMMARY = 'Imported from a download of the dataset';

type Import = { dataset: DownloadedDataset; criterionSets?: PublicCriterionSet[] };

/**
 * Loads a downloaded dataset into a database that has no agreement yet, with its versions, dates and references, so
 * that a download from that database is the same. Adds absent sets of criteria if they are given.
 * Reasons: `dataset_present`, `invalid` (`unknown_criterion`: the database does not have the criterion of a value).
 */
export async function importDataset(asked: Import): Promise<Result<{ agreements: number }>> {
  return mutation({ actor: 'system', timeout: 300_000, maxWait: 60_000 }, (context) => load(asked, context));
}

async function load(
  { dataset: { data }, criterionSets = [] }: Import,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result<{ agreements: number }>> {
  // The lock on which creating an agreement waits: no agreement is created during the import.
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('agreements.slug'))`);
  if ((await tx.agreement.count()) > 0) throw new DomainError(failure('dataset_present'));
  await addCriteria(criterionSets, tx);
  const known = new Set((await tx.criterion.findMany({ select: { key: true } })).map(({ key }) => key));
  const unknown = new Set(data.flatMap(({ assessments }) => Object.keys(assessments)).filter((key) => !known.has(key)));
  if (unknown.size > 0)
    throw new DomainError(
      failure(
        'invalid',
        [...unknown].map((path) => ({ path, code: 'unknown_criterion' })),
      ),
    );
  for (const agreement of data) await addAgreement(agreement, tx);
  await audit({
    action: 'dataset.imported',
    subject: { kind: 'dataset', id: 'dataset' },
    details: { agreements: data.length },
  });
  invalidate(...IMPORTED_TAGS);
  return { ok: true, agreements: data.length };
}

async function addCriteria(sets: PublicCriterionSet[], tx: Tx): Promise<void> {
  const present = new Set((await tx.criterionSet.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const last = await tx.criterionSet.aggregate({ _max: { position: true } });
  const absent = sets
    .filter(({ slug }) => !present.has(slug))
    .map((set, at) => ({ ...set, position: (last._max.position ?? -1) + 1 + at }));
  await tx.criterionSet.createMany({ data: absent.map(({ criteria: _, ...set }) => set) });
  await tx.criterion.createMany({
    data: absent.flatMap(({ slug, criteria }) =>
      criteria.map((criterion, position) => ({ ...criterion, setSlug: slug, position })),
    ),
  });
}

/**
 * One revision for each version that a cell names, and for the newest: a download does not contain the other versions.
 */
async function addAgreement(
  { slug, name, shortName, version, updatedAt, facts, assessments }: PublicAgreement,
  tx: Tx,
): Promise<void> {
  const agreementId = randomUUID();
  const cells = Object.entries({ ...facts, ...assessments });
  const versions = [...new Set([...cells.map(([, cell]) => cell.version), version])].toSorted(
    (one, other) => one - other,
  );
  const revisions = versions.map((number) => ({
    id: randomUUID(),
    version: number,
    createdAt: number === version ? updatedAt : newest(cells, number, updatedAt),
  }));
  const revisionOf = new Map(revisions.map(({ id, version: number }) => [number, id]));
  await tx.agreement.create({
    data: {
      id: agreementId,
      slug,
      name,
      shortName,
      version,
      createdAt: revisions[0]?.createdAt ?? updatedAt,
      updatedAt,
    },
    select: { id: true },
  });
  await tx.revision.createMany({
    data: revisions.map((revision) => ({ ...revision, agreementId, kind: 'import' as const, summary: SUMMARY })),
  });
  const written = cells.flatMap(([key, cell]) => {
    const revisionId = revisionOf.get(cell.version);
    return revisionId === undefined ? [] : [{ key, cell, revisionId }];
  });
  await tx.cell.createMany({
    data: written.map(({ key, cell, revisionId }) => ({ agreementId, revisionId, ...cellRow(key, cell) })),
  });
  await tx.revisionCell.createMany({
    data: written.map(({ key, cell, revisionId }) => ({ revisionId, key, after: contentOf(cell) })),
  });
}

const newest = (cells: [string, PublicCell][], version: number, otherwise: string) =>
  cells
    .filter(([, cell]) => cell.version === version)
    .flatMap(([, { decidedAt }]) => decidedAt ?? [])
    .toSorted()
    .at(-1) ?? otherwise;

const cellRow = (
  key: string,
  { value, note, source, asOf, decidedAt, version, contributions, sureness }: PublicCell,
) => ({
  key,
  kind: isFactKey(key) ? ('fact' as const) : ('assessment' as const),
  criterionKey: isFactKey(key) ? null : key,
  value: value ?? Prisma.JsonNull,
  ...{ note, source, asOf, decidedAt, version },
  creditedAs: contributions,
  ...(sureness && { sureness }),
});

/** As history keeps it. */
const contentOf = ({ value, note, source, asOf }: PublicCell) => ({
  value,
  note,
  source,
  ...(asOf !== null && { asOf }),
});

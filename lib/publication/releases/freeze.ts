import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { Dataset } from '@/lib/publication/downloads/dataset-edition';
import { makeRelease } from '@/lib/publication/downloads/files';
import type { PublishedFile } from '@/lib/publication/downloads/files';
import { loadDataset } from '@/lib/publication/downloads/dataset-edition';
import { TAGS } from '@/lib/platform/cache/tags';
import { isUnchanged } from './changes';
import { changesSince, readNewest } from './releases';
import type { NewRelease } from './schema';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

/** A transaction that waited for another must begin again, to see what the other has written. */
const MAX_ATTEMPTS = 10;

type Freezing = { admin: Pick<Actor, 'userId' | 'role'>; release: Omit<NewRelease, 'permanent'>; origin: string };

/**
 * Freezes the dataset at one moment, for good: every file, its content, and the difference from the release before. A
 * decision at the same time is in all of it or in none of it.
 * Reasons: `forbidden`, `slug_taken`, `nothing_changed` (since the release before), `nothing_to_release` (there is no
 * agreement).
 */
export async function freezeRelease(freezing: Freezing): Promise<Result<{ slug: string }>> {
  if (!can(freezing.admin, 'release.create')) return failure('forbidden');
  const options = { actor: freezing.admin, serializableAttempts: MAX_ATTEMPTS, timeout: 120_000, maxWait: 60_000 };
  return mutation(options, async (context) => {
    // The lock only makes it rare that one of two overlapping transactions must begin again.
    await context.tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('releases'))`);
    return freeze(freezing, context);
  });
}

async function freeze(
  { release: { slug, title, notes }, origin }: Freezing,
  { tx, audit, invalidate }: MutationContext,
): Promise<Result<{ slug: string }>> {
  if ((await tx.release.count({ where: { slug } })) > 0) throw new DomainError(failure('slug_taken'));
  const publishedAt = new Date();
  const [dataset, previous] = [await loadDataset(tx), await readNewest(tx)];
  if (dataset.agreements.length === 0) throw new DomainError(failure('nothing_to_release'));
  const changes = previous && (await changesSince(previous, dataset, tx));
  const files = await makeRelease(dataset, {
    origin,
    release: { slug, title, notes, publishedAt: publishedAt.toISOString() },
  });
  if (previous && changes && isUnchanged(changes) && (await hasSameTables(previous, files, tx)))
    throw new DomainError(failure('nothing_changed'));
  const checksum = files.find(({ name }) => name === 'agreements.json')?.sha256 ?? '';
  const counts = countsOf(dataset);
  await tx.release.create({
    data: { slug, title, notes, checksum, publishedAt, counts, previousSlug: previous, ...(changes && { changes }) },
    select: { slug: true },
  });
  await tx.releaseFile.createMany({ data: files.map((file) => ({ releaseSlug: slug, ...file })) });
  await audit({
    action: 'release.frozen',
    subject: { kind: 'release', id: slug },
    details: { ...counts, checksum, ...(previous !== null && { previous }) },
  });
  invalidate(TAGS.releases);
  return { ok: true, slug };
}

/** The words of a criterion or the register of participants may have changed although no cell has. */
async function hasSameTables(release: string, files: PublishedFile[], tx: Tx): Promise<boolean> {
  for (const name of ['criteria.csv', 'participants.csv', 'sources.csv'])
    if (!(await hasSameFile(release, name, files, tx))) return false;
  return true;
}

async function hasSameFile(release: string, name: string, files: PublishedFile[], tx: Tx): Promise<boolean> {
  const before = await tx.releaseFile.findUnique({
    where: { releaseSlug_name: { releaseSlug: release, name } },
    select: { sha256: true },
  });
  return before?.sha256 === files.find((file) => file.name === name)?.sha256;
}

const countsOf = ({ agreements }: Dataset) => ({
  agreements: agreements.length,
  cells: agreements.reduce(
    (sum, { facts, assessments }) => sum + Object.keys(facts).length + Object.keys(assessments).length,
    0,
  ),
});

import { invalidateLocal } from '@/lib/platform/cache/invalidation';
import { publishInvalidation } from '@/lib/platform/cache/invalidation';
import { recordAudit } from '@/lib/platform/audit/record';
import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, DomainError, asResult } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { Dataset } from '@/lib/publication/downloads/dataset-edition';
import { makeRelease } from '@/lib/publication/downloads/files';
import type { PublishedFile } from '@/lib/publication/downloads/files';
import { loadDataset } from '@/lib/publication/downloads/dataset-edition';
import { TAGS } from '@/lib/platform/cache/tags';
import { isUnchanged } from './changes';
import { changesSince, readNewest } from './releases';
import type { NewRelease } from './schema';

const TAGS_OF_RELEASES = [TAGS.releases];
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
  const result = await asResult(() => oneAfterAnother((tx) => freeze(freezing, tx)));
  if (result.ok) invalidateLocal(TAGS_OF_RELEASES);
  return result;
}

/**
 * Serializable: the whole transaction sees one state. If two overlap, the database lets one fail, which then begins
 * again and sees the other's release. The lock only makes such failures rare.
 */
async function oneAfterAnother<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(
        async (tx) => {
          await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('releases'))`);
          return work(tx);
        },
        { isolationLevel: 'Serializable', timeout: 120_000, maxWait: 60_000 },
      );
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

/** PostgreSQL's 40001, or its unique index of names if that failed first. */
function isOvertaken(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return ['P2034', 'P2002'].includes(error.code) || /40001/.test(error.message);
  return error instanceof Error && /40001|could not serialize/.test(error.message);
}

async function freeze(
  { admin, release: { slug, title, notes }, origin }: Freezing,
  tx: Tx,
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
  if (previous && changes && isUnchanged(changes) && (await hasSameFile(previous, 'criteria.csv', files, tx)))
    throw new DomainError(failure('nothing_changed'));
  const checksum = files.find(({ name }) => name === 'agreements.json')?.sha256 ?? '';
  const counts = countsOf(dataset);
  await tx.release.create({
    data: { slug, title, notes, checksum, publishedAt, counts, previousSlug: previous, ...(changes && { changes }) },
    select: { slug: true },
  });
  await tx.releaseFile.createMany({ data: files.map((file) => ({ releaseSlug: slug, ...file })) });
  await recordAudit(tx, {
    actor: { kind: 'editor', userId: admin.userId },
    action: 'release.frozen',
    subject: { kind: 'release', id: slug },
    details: { ...counts, checksum, ...(previous !== null && { previous }) },
  });
  await publishInvalidation(TAGS_OF_RELEASES, tx);
  return { ok: true, slug };
}

/** The words of a criterion may have changed although no cell has. */
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

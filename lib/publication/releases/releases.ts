import type { Tx } from '@/lib/platform/db/client';
import { db, readSnapshot } from '@/lib/platform/db/client';
import type { Dataset, Released } from '@/lib/publication/downloads/dataset-edition';
import { loadDataset } from '@/lib/publication/downloads/dataset-edition';
import type {
  PublicAgreement,
  PublicRelease,
  PublicReleaseChanges,
  PublicReleaseWithChanges,
} from '@/lib/publication/schema';
import { publicRelease, publicReleaseChanges, publicReleaseWithChanges } from '@/lib/publication/schema';
import { listWithheld } from '@/lib/publication/withholding/withholding';
import { releaseChanges } from './changes';
import type { Cited } from './citation';
import { citedRelease, citedToday, keyIn } from './citation';

/** The next name: the year and a number, `2026.1`, `2026.2`. */
export function nextSlug(taken: readonly string[], year: number): string {
  const numbers = taken.flatMap((slug) => new RegExp(`^${year}\\.(\\d{1,6})$`).exec(slug)?.[1] ?? []).map(Number);
  return `${year}.${Math.max(0, ...numbers) + 1}`;
}

export type ReleasedFile = {
  mediaType: string;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** When its release was published. */
  publishedAt: Date;
};

const RELEASE = {
  slug: true,
  title: true,
  notes: true,
  checksum: true,
  publishedAt: true,
  counts: true,
  previousSlug: true,
  changes: true,
  files: { orderBy: { name: 'asc' }, select: { name: true, mediaType: true, size: true, sha256: true } },
} as const;

/** The releases, newest first. */
export async function listReleases(tx: Tx = db): Promise<PublicRelease[]> {
  const rows = await tx.release.findMany({ orderBy: [{ publishedAt: 'desc' }, { slug: 'asc' }], select: RELEASE });
  const withheld = await listWithheld('release', tx);
  return rows.map((row) => publicRelease.parse(serialise(row, withheld)));
}

/** One release with what is different since the one before; null for an unknown name. */
export async function readRelease(slug: string, tx: Tx = db): Promise<PublicReleaseWithChanges | null> {
  const row = await tx.release.findUnique({ where: { slug }, select: RELEASE });
  const withheld = await listWithheld('release', tx);
  // The differences from a release quote its values.
  const isQuoted = withheld.has(slug) || (row?.previousSlug != null && withheld.has(row.previousSlug));
  return row && publicReleaseWithChanges.parse({ ...serialise(row, withheld), changes: isQuoted ? null : row.changes });
}

type ReleaseRow = Pick<PublicRelease, 'slug' | 'title' | 'notes' | 'checksum'> & {
  publishedAt: Date;
  counts: unknown;
  previousSlug: string | null;
  changes: unknown;
  files: { name: string; mediaType: string; size: number; sha256: string }[];
};

type Withheld = Awaited<ReturnType<typeof listWithheld>>;

function serialise({ publishedAt, previousSlug, changes, files, ...row }: ReleaseRow, withheld: Withheld) {
  const different = publicReleaseChanges.nullable().parse(changes);
  return {
    ...row,
    publishedAt: publishedAt.toISOString(),
    previous: previousSlug,
    changed: different && {
      added: different.added.length,
      removed: different.removed.length,
      cells: different.cells.length,
    },
    files: files.map((file) => ({ ...file, url: `/data/${row.slug}/${file.name}` })),
    withheld: withheld.get(row.slug) ?? null,
  };
}

/**
 * One file of a release, byte for byte as it was frozen, also of one that is withheld: the caller asks `withheld` of its
 * release. Null where the release, or a file of that name, does not exist.
 */
export async function readReleasedFile(release: string, name: string, tx: Tx = db): Promise<ReleasedFile | null> {
  const row = await tx.releaseFile.findUnique({
    where: { releaseSlug_name: { releaseSlug: release, name } },
    select: { mediaType: true, sha256: true, bytes: true, release: { select: { publishedAt: true } } },
  });
  if (!row) return null;
  const { release: of, ...file } = row;
  return { ...file, publishedAt: of.publishedAt };
}

/** The agreements of a release for readers; null for an unknown release, and for one that is withheld. */
export async function readReleasedAgreements(release: string): Promise<PublicAgreement[] | null> {
  const withheld = await listWithheld('release');
  return withheld.has(release) ? null : readFrozenAgreements(release);
}

/** The agreements as a release froze them; null for an unknown release. */
async function readFrozenAgreements(release: string, tx: Tx = db): Promise<PublicAgreement[] | null> {
  const file = await readReleasedFile(release, 'agreements.json', tx);
  // Our own serialiser wrote it, through the schema of what is public.
  return file && (JSON.parse(new TextDecoder().decode(file.bytes)) as { data: PublicAgreement[] }).data;
}

/** What a citation of a release names. Its key is that of its frozen files, whatever the forum is called now. */
export async function citationOf(origin: string, release: Released, tx: Tx = db): Promise<Cited> {
  const [cited, file] = [citedRelease(origin, release), await readReleasedFile(release.slug, 'citation.json', tx)];
  return { ...cited, key: (file && keyIn(new TextDecoder().decode(file.bytes))) ?? cited.key };
}

/**
 * What a citation of today's dataset names: the newest release that is given out, or, without one, the day of the newest value. Null for
 * an empty dataset.
 */
export async function citationOfToday(origin: string): Promise<Cited | null> {
  const withheld = [...(await listWithheld('release')).keys()];
  const release = await db.release.findFirst({
    where: { slug: { notIn: withheld } },
    orderBy: [{ publishedAt: 'desc' }, { slug: 'asc' }],
    select: { slug: true, title: true, notes: true, publishedAt: true },
  });
  if (release) return citationOf(origin, { ...release, publishedAt: release.publishedAt.toISOString() });
  const { _max } = await db.agreement.aggregate({ where: { retiredAt: null }, _max: { updatedAt: true } });
  return _max.updatedAt && citedToday(origin, _max.updatedAt.toISOString());
}

const NEWEST = { orderBy: [{ publishedAt: 'desc' as const }, { slug: 'asc' as const }], select: { slug: true } };

/** The name of the newest release; null where there is none. */
export async function readNewest(tx: Tx = db): Promise<string | null> {
  return (await tx.release.findFirst(NEWEST))?.slug ?? null;
}

/** The differences between a release and now. */
export async function changesSince(
  release: string,
  { agreements }: Dataset,
  tx: Tx = db,
): Promise<PublicReleaseChanges> {
  return releaseChanges((await readFrozenAgreements(release, tx)) ?? [], agreements);
}

/** The preview of a release: a proposed name, and the differences since the last one. */
export type NextRelease = {
  suggested: string;
  agreements: number;
  previous: string | null;
  changes: PublicReleaseChanges | null;
};

export function previewRelease(): Promise<NextRelease> {
  const look = async (tx: Tx): Promise<NextRelease> => {
    const dataset = await loadDataset(tx);
    const slugs = (await tx.release.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    const previous = await readNewest(tx);
    const changes = previous === null ? null : await changesSince(previous, dataset, tx);
    return {
      suggested: nextSlug(slugs, new Date().getUTCFullYear()),
      agreements: dataset.agreements.length,
      previous,
      changes,
    };
  };
  return readSnapshot(look);
}

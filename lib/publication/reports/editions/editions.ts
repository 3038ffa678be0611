import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Report } from '@/lib/publication/reports/report';
import { listWithheld, reportKey } from '@/lib/publication/withholding/withholding';
import type { PublicWithholding } from '@/lib/publication/withholding/schema';

type EditionFile = { name: string; mediaType: string; size: number; sha256: string };

/** One published report of a call, as readers may know it. Moments are ISO 8601 in UTC. */
export type PublicEdition = {
  call: string;
  number: number;
  title: string;
  /** SHA-256 of its report.json. */
  checksum: string;
  publishedAt: string;
  /** Of one that is withheld too: its files have addresses and checksums, and are not given out. */
  files: EditionFile[];
  withheld: PublicWithholding | null;
  /** Contributions that it holds in full and that were withdrawn or taken down since. */
  goneSince: { reference: string; status: 'withdrawn' | 'unpublished'; on: string }[];
};

const EDITION = {
  number: true,
  title: true,
  checksum: true,
  publishedAt: true,
  references: true,
  call: { select: { slug: true } },
  files: { orderBy: { name: 'asc' }, select: { name: true, mediaType: true, size: true, sha256: true } },
} as const;

/** The published reports of one call, or of all calls, the newest first. Those of a hidden call stay addressable. */
export async function listEditions(call?: string, tx: Tx = db): Promise<PublicEdition[]> {
  const rows = await tx.reportEdition.findMany({
    ...(call !== undefined && { where: { call: { slug: call } } }),
    orderBy: [{ publishedAt: 'desc' }, { number: 'desc' }],
    select: EDITION,
  });
  const withheld = await listWithheld('report', tx);
  const gone = await readGone(
    rows.flatMap(({ references }) => references),
    tx,
  );
  return rows.map(({ call: { slug }, publishedAt, references, ...row }) => ({
    ...row,
    call: slug,
    publishedAt: publishedAt.toISOString(),
    withheld: withheld.get(reportKey(slug, row.number)) ?? null,
    goneSince: references.flatMap((reference) => gone.get(reference) ?? []),
  }));
}

async function readGone(references: readonly string[], tx: Tx) {
  if (references.length === 0) return new Map<string, PublicEdition['goneSince'][number]>();
  const rows = await tx.contribution.findMany({
    where: { reference: { in: [...references] }, status: { in: ['withdrawn', 'unpublished'] } },
    select: { reference: true, status: true, statusAt: true },
  });
  return new Map(
    rows.flatMap(({ reference, status, statusAt }) =>
      reference !== null && (status === 'withdrawn' || status === 'unpublished')
        ? [[reference, { reference, status, on: statusAt.toISOString() }] as const]
        : [],
    ),
  );
}

/** One published report; null for any other number. */
export async function readEdition(call: string, number: number): Promise<PublicEdition | null> {
  return (await listEditions(call)).find((edition) => edition.number === number) ?? null;
}

/** A later report of the same call that is given out, for one that is withheld; null without one. */
export const correctedOf = (edition: PublicEdition, all: readonly PublicEdition[]): PublicEdition | null =>
  all.find(({ call, number, withheld }) => call === edition.call && number > edition.number && withheld === null) ??
  null;

/** A file's bytes, whether or not it may be given out: the caller asks `withheld` of its edition. */
export async function readEditionFile(call: string, number: number, name: string) {
  const row = await db.reportFile.findFirst({
    where: { edition: { call: { slug: call } }, number, name },
    select: { mediaType: true, sha256: true, bytes: true, edition: { select: { publishedAt: true } } },
  });
  return (
    row && { mediaType: row.mediaType, sha256: row.sha256, bytes: row.bytes, publishedAt: row.edition.publishedAt }
  );
}

/** The tree of a published report, as it was frozen; null for an unknown one, and for one that is withheld. */
export async function readEditionTree(call: string, number: number): Promise<Report | null> {
  const edition = await readEdition(call, number);
  const file = edition && edition.withheld === null ? await readEditionFile(call, number, 'report.json') : null;
  // Our own writer made it.
  return file && (JSON.parse(new TextDecoder().decode(file.bytes)) as Report);
}

import type { Tx } from '@/lib/platform/db/client';
import { readSnapshot } from '@/lib/platform/db/client';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { listSourceRows } from '@/lib/agreements/sources/sources';
import { listAgreements, listCriterionSets, readPublicNames } from '@/lib/publication/agreements';
import { listParticipations } from '@/lib/publication/participants/register';
import type { PublicParticipation } from '@/lib/publication/participants/schema';
import { sourcesAmong } from '@/lib/publication/sources';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import type { PublicSource } from '@/lib/publication/source-schema';

/** The content from which the files are made. */
export type Dataset = {
  agreements: PublicAgreement[];
  criterionSets: PublicCriterionSet[];
  participations: PublicParticipation[];
  sources: PublicSource[];
  /** What values refer to is called, agreements among them that are retired. */
  names: ReferenceNames;
};

/**
 * The state of the dataset that a file contains, and where it is published: a release, or null for the state of today.
 */
export type Edition = { origin: string; release: Released | null };
export type Released = { slug: string; title: string; notes: string; publishedAt: string };

export const DATASET_TITLE = 'International cybersecurity agreements';
export const DATASET_DESCRIPTION =
  'Which international agreements on cybersecurity exist, their facts, and how each of them stands to the elements and norms it was assessed on, with a source, a date and the contribution behind every value.';
export const KEYWORDS = ['cybersecurity', 'international agreements', 'cyber norms', 'internet governance'];

/** The author of the dataset, as citations name it. */
export function authorName(): string {
  const { forumName, parentName } = siteSettings();
  return `${forumName}, ${parentName}`;
}

/** The licence of the dataset and of the published contributions; its short form is its name for programs. */
export function licence(): { name: string; title: string; path: string } {
  const { licenceShort, licenceName, licenceLink } = siteSettings();
  return { name: licenceShort.replaceAll(' ', '-'), title: licenceName, path: licenceLink };
}

/** The folder of an edition's files, with a slash at its end. */
export const folderOf = ({ origin, release }: Edition) => `${origin}/data/${release?.slug ?? 'latest'}/`;

/** When the newest value was decided, which is the only date of today's state. Null for an empty dataset. */
export const newestOf = ({ agreements }: Dataset): string | null =>
  agreements
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1) ?? null;

export const titleOf = ({ release }: Edition) =>
  release ? `${DATASET_TITLE}, release ${release.slug}` : `${DATASET_TITLE}, as they stand today`;

/** The whole dataset at one moment: a decision at the same time is in all of it or in none of it. */
export const readDataset = (): Promise<Dataset> => readSnapshot(loadDataset);

/** The same in the caller's transaction, which must see one state from its first query to its last. */
export async function loadDataset(tx: Tx): Promise<Dataset> {
  const [agreements, criterionSets] = [await listAgreements({}, tx), await listCriterionSets(tx)];
  const participations = await listParticipations(tx);
  const sources = sourcesAmong({ rows: await listSourceRows(tx), agreements, sets: criterionSets });
  return { agreements, criterionSets, participations, sources, names: await readPublicNames(tx) };
}

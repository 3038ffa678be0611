import { sendPublished } from '@/app/server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { origin } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import { listDatasetChanges } from '@/lib/publication/changes';
import { listPublishedReferences } from '@/lib/publication/contributions/contributions';
import { agreementFeed, MAX_CHANGES } from '@/lib/publication/feeds/changes';
import { readPublicNames } from '@/lib/publication/agreements';
import { TAGS } from '@/lib/platform/cache/tags';

/** The versions of one agreement as an Atom feed. */
export const GET = reading<{ file: string }>(async (request, { file }) => {
  const slug = file.replace(/\.atom$/, '');
  if (!file.endsWith('.atom') || !agreementSlug.safeParse(slug).success) return failure('not_found');
  return sendPublished(request, {
    key: `feed:agreement:${slug}`,
    tags: [TAGS.agreement(slug), TAGS.dataset, TAGS.contributions],
    type: 'application/atom+xml; charset=utf-8',
    make: () => makeFeed(slug),
  });
});

/** Null for an unknown agreement. */
async function makeFeed(slug: string): Promise<string | null> {
  const [changes, names, published] = await Promise.all([
    listDatasetChanges({ agreement: slug, limit: MAX_CHANGES }),
    readPublicNames(),
    listPublishedReferences(),
  ]);
  const agreement = changes[0]?.agreement;
  return agreement ? agreementFeed(agreement, { changes, names, published, origin: origin() }) : null;
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

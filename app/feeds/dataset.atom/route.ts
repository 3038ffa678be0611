import { sendPublished } from '@/app/server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { origin } from '@/lib/platform/env';
import { listDatasetChanges } from '@/lib/publication/changes';
import { listPublishedReferences } from '@/lib/publication/contributions/contributions';
import { datasetFeed, MAX_CHANGES } from '@/lib/publication/feeds/changes';
import { readPublicNames } from '@/lib/publication/agreements';
import { TAGS } from '@/lib/platform/cache/tags';

/** The newest changes over all agreements as an Atom feed. */
export const GET = reading<object>((request) =>
  sendPublished(request, {
    key: 'feed:dataset',
    tags: [TAGS.dataset, TAGS.contributions],
    type: 'application/atom+xml; charset=utf-8',
    make: async () => {
      const [changes, names, published] = await Promise.all([
        listDatasetChanges({ limit: MAX_CHANGES }),
        readPublicNames(),
        listPublishedReferences(),
      ]);
      return datasetFeed({ changes, names, published, origin: origin() });
    },
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

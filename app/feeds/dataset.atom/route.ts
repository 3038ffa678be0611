import { sendPublished } from '@/app/_server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { origin } from '@/lib/env';
import { listDatasetChanges } from '@/lib/publishing/changes/queries';
import { listPublishedReferences } from '@/lib/publishing/contributions/queries';
import { datasetFeed, MOST_CHANGES } from '@/lib/publishing/feeds/changes';
import { listCriterionSets } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

/** The newest changes over all agreements as an Atom feed. */
export const GET = reading<object>((request) =>
  sendPublished(request, {
    key: 'feed:dataset',
    tags: [TAGS.dataset, TAGS.contributions],
    type: 'application/atom+xml; charset=utf-8',
    make: async () => {
      const [changes, sets, published] = await Promise.all([
        listDatasetChanges({ limit: MOST_CHANGES }),
        listCriterionSets(),
        listPublishedReferences(),
      ]);
      return datasetFeed({ changes, sets, published, origin: origin() });
    },
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

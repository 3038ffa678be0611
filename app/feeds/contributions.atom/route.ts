import { sendPublished } from '@/app/_server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { origin } from '@/lib/env';
import { listContributions } from '@/lib/publishing/contributions/queries';
import { contributionsFeed } from '@/lib/publishing/feeds/contributions';
import { TAGS } from '@/lib/publishing/tags';

/** The published contributions as an Atom feed. */
export const GET = reading<object>((request) =>
  sendPublished(request, {
    key: 'feed:contributions',
    tags: [TAGS.contributions, TAGS.dataset],
    type: 'application/atom+xml; charset=utf-8',
    make: async () => contributionsFeed(await listContributions(), origin()),
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

import { sendPublished } from '@/app/server/published-body';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { origin } from '@/lib/platform/env';
import { listContributions } from '@/lib/publication/contributions/contributions';
import { contributionsFeed } from '@/lib/publication/feeds/contributions';
import { TAGS } from '@/lib/platform/cache/tags';

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

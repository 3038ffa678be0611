import { unstable_cache } from 'next/cache';
import { TAGS } from '@/lib/platform/cache/tags';
import { readStatistics } from '@/lib/publication/statistics/statistics';

/** What is counted of the contributions. One that was sent and is not published yet counts within a minute. */
export const publicStatistics = () =>
  unstable_cache(() => readStatistics('public'), ['statistics'], {
    tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
    revalidate: 60,
  })();

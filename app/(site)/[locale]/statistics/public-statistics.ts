import { unstable_cache } from 'next/cache';
import { TAGS } from '@/lib/platform/cache/tags';
import { readStatistics } from '@/lib/publication/statistics/statistics';

/** What is counted of the published contributions. */
export const publicStatistics = () =>
  unstable_cache(() => readStatistics('public'), ['statistics'], {
    tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
  })();

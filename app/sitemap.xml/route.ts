import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { origin } from '@/lib/platform/env';
import { listPages } from '@/lib/publication/sitemap';
import { sitemap } from '@/lib/publication/sitemap';
import { TAGS } from '@/lib/platform/cache/tags';

// Otherwise Next would run it in the build, without a database and without its address.
export const dynamic = 'force-dynamic';

/**
 * Rendered on request and cached until a change: Next's own sitemap file would be written in the build, without a
 * database.
 */
export const GET = withApi<object>((request) =>
  sendPublished(request, {
    key: 'sitemap',
    tags: [TAGS.dataset, TAGS.contributions, TAGS.calls, TAGS.releases, TAGS.participants],
    type: 'application/xml; charset=utf-8',
    make: async () => sitemap(await listPages(), origin()),
  }),
);

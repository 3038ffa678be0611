import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { origin } from '@/lib/platform/env';
import { listPages } from '@/lib/publication/sitemap';
import { sitemap } from '@/lib/publication/sitemap';
import { TAGS } from '@/lib/platform/cache/tags';

// Next would else try it while it builds, without a database or an address of its own.
export const dynamic = 'force-dynamic';

/** Made when it is asked for and kept until something changes: Next's own sitemap file would be written at build time, without a database. */
export const GET = withApi<object>((request) =>
  sendPublished(request, {
    key: 'sitemap',
    tags: [TAGS.dataset, TAGS.contributions, TAGS.calls, TAGS.releases],
    type: 'application/xml; charset=utf-8',
    make: async () => sitemap(await listPages(), origin()),
  }),
);

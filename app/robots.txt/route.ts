import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { origin } from '@/lib/platform/env';

// Next would else try it while it builds, without a database or an address of its own.
export const dynamic = 'force-dynamic';

const NOT_FOR_ROBOTS = ['/desk', '/sign-in', '/api/'];

/** Where robots need not go, and where the sitemap is: by its whole address, which a build does not know. */
export const GET = withApi<object>((request) =>
  sendPublished(request, {
    tags: [],
    type: 'text/plain; charset=utf-8',
    make: async () =>
      [
        'User-agent: *',
        ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`),
        '',
        `Sitemap: ${origin()}/sitemap.xml`,
        '',
      ].join('\n'),
  }),
);

import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { origin } from '@/lib/platform/env';

// Otherwise Next would run it in the build, without a database and without its address.
export const dynamic = 'force-dynamic';

const NOT_FOR_ROBOTS = ['/desk', '/sign-in', '/api/'];

/** The paths that robots must not visit, and the sitemap's full address, which the build does not know. */
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

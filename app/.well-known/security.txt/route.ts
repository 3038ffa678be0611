import { withApi } from '@/app/server/api';
import { origin } from '@/lib/platform/env';
import { cachedSettings } from '@/lib/platform/settings/cached-settings';
import { contactAddress } from '@/lib/platform/settings/current-settings';

// Otherwise Next would run it in the build, without its address.
export const dynamic = 'force-dynamic';

/** Months for which the file says that it holds: it is made anew each time, so it has never expired. */
const HOLDS_MONTHS = 6;

/** Where a weakness of the site can be reported (RFC 9116). */
export const GET = withApi<object>(async () => {
  const now = new Date();
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + HOLDS_MONTHS, 1));
  const lines = [
    `Contact: mailto:${contactAddress(await cachedSettings())}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${origin()}/.well-known/security.txt`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
});

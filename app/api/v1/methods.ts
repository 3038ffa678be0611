import { problem } from '@/app/server/problem';
import { failure } from '@/lib/platform/errors';

/**
 * Handlers for the methods that an address does not have: each answers 405 in words, with the methods it has; OPTIONS
 * lists them too. A route exports those it does not implement itself.
 */
export function refusing(allow: string, more: Record<string, string> = {}) {
  const refused = () => {
    const response = problem(failure('method_not_allowed'));
    for (const [name, value] of Object.entries({ Allow: allow, ...more })) response.headers.set(name, value);
    return response;
  };
  const told = () => new Response(null, { status: 204, headers: { Allow: allow } });
  return { GET: refused, POST: refused, PUT: refused, PATCH: refused, DELETE: refused, OPTIONS: told };
}

/** For an address that can only be read. */
export const READ_ONLY = 'GET, HEAD, OPTIONS';

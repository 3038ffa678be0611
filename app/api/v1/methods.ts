import { problem } from '@/app/server/problem';
import { failure } from '@/lib/platform/errors';

/**
 * The methods that an address does not have, each answered with 405 in words and with those that it has; OPTIONS tells them too.
 * A route takes from it what it does not answer itself.
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

/** Of an address that can be read and nothing else. */
export const READ_ONLY = 'GET, HEAD, OPTIONS';

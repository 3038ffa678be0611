import type { Challenge } from 'altcha-lib';

/**
 * Does the work a challenge asks for, in the browser, beside whatever its reader does meanwhile. Returns what the form brings
 * along, or null where it can't be done: an old browser, a page that did not come by https.
 */
export async function proofOf(challenge: Challenge, controller: AbortController): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  const solution = await solveChallenge({ challenge, deriveKey, controller });
  return solution && btoa(JSON.stringify({ challenge, solution }));
}

import type { Challenge } from 'altcha-lib';

/**
 * Does a challenge's proof of work in the browser, in the background. Returns the fields to send, or null where it is
 * impossible: in an old browser, or on a page without https.
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

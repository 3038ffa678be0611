import { problem } from '@/app/server/problem';
import { failure } from '@/lib/platform/errors';
import type { PublicWithholding } from '@/lib/publication/withholding/schema';

/**
 * What is frozen never changes: a reader may keep it for a year. A cache in front asks again each second, because it may
 * be withheld.
 */
export const FROZEN_CACHE_CONTROL = 'public, max-age=31536000, s-maxage=1, immutable';

/** 451 for something frozen that is withheld: why, since when, and the checksum of the bytes, which is kept. */
export async function withheldAnswer({
  reason,
  since,
  sha256,
}: PublicWithholding & { sha256: string }): Promise<Response> {
  const answer = problem(failure('withheld'));
  const body = { ...((await answer.json()) as object), withheld: { reason, since, sha256 } }; // our own JSON
  return new Response(JSON.stringify(body), { status: answer.status, headers: answer.headers });
}

import { apiActor, withApi } from '@/app/server/api';
import { READ_ONLY, refusing } from '@/app/api/v1/methods';
import { reference as referenceOf, refuseParameters } from '@/app/api/v1/parameters';
import { failure } from '@/lib/platform/errors';
import { readForReview } from '@/lib/review/review-page/review-page';
import { asDecidable } from './decidable';

export const dynamic = 'force-dynamic';

/**
 * One contribution with the data for decisions: each proposed cell with the version to name as seen, base, current and
 * proposed values, and rivals.
 */
export const GET = withApi<{ reference: string }>(async (request, { reference }) => {
  const acting = await apiActor(request, 'contribution.read', 'read');
  if (!acting.ok) return acting;
  if (!referenceOf.safeParse(reference).success) return failure('not_found');
  const unread = refuseParameters(request);
  if (unread) return unread;
  const contribution = await readForReview(reference, acting.actor, 'en');
  if (!contribution) return failure('not_found');
  return Response.json(asDecidable(contribution), { headers: { 'Cache-Control': 'no-store' } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing(READ_ONLY);

import { withApi } from '@/app/server/api';
import { isSameOrigin } from '@/app/server/same-origin';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { noteLooking, stopLooking } from '@/lib/review/presence/presence';

export const dynamic = 'force-dynamic';

/**
 * An open page reports that it is being viewed, or with `?leave` that it was closed. The answer lists other viewers and
 * new decisions.
 */
export const POST = withApi<{ reference: string }>(async (request, { reference }) => {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  if (new URL(request.url).searchParams.has('leave')) {
    await stopLooking({ reference, userId: actor.userId });
    return new Response(null, { status: 204 });
  }
  const looking = await noteLooking({ reference, userId: actor.userId });
  if (!looking.ok) return looking;
  const { others, snapshot } = looking;
  return Response.json({ others, snapshot }, { headers: { 'cache-control': 'no-store' } });
});

import { withApi } from '@/app/server/api';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { readDeskCounts } from '@/lib/review/desk-counts';
import { prolongVisit } from '@/lib/review/desk-visits';

export const dynamic = 'force-dynamic';

/**
 * The counts of the desk's navigation, for a page that stays open. An open page is a visit that goes on, until it was
 * hidden for longer. */
export const GET = withApi(async () => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  await prolongVisit(actor.userId);
  return Response.json(await readDeskCounts(actor), { headers: { 'cache-control': 'no-store' } });
});

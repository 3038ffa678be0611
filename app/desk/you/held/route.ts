import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { readHeldOn } from '@/lib/contributions/access-request/held-data';
import { failure } from '@/lib/platform/errors';

export const dynamic = 'force-dynamic';

/** Everything that is held on the person who is signed in. Fails with `not_signed_in`, `forbidden`. */
export const GET = withApi<object>(async () => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'account.manage_own')) return failure('forbidden');
  const held = await readHeldOn(actor.email);
  return new Response(JSON.stringify(held, null, 2), {
    headers: deskFileHeaders({ name: `held-${held.at.slice(0, 10)}.json`, type: 'application/json; charset=utf-8' }),
  });
});

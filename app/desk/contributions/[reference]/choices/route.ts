import { readJson, withApi } from '@/app/server/api';
import { isSameOrigin } from '@/app/server/same-origin';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { keepChoices, unrecordedChoices } from '@/lib/review/unrecorded-choices';

export const dynamic = 'force-dynamic';

/** Keeps the editor's choices that are not recorded yet, so that another machine shows them, too. */
export const POST = withApi<{ reference: string }>(async (request, { reference }) => {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.decide')) return failure('forbidden');
  const read = await readJson(request);
  if (!read.ok) return read;
  const choices = unrecordedChoices.safeParse(read.body);
  if (!choices.success) return failure('invalid');
  await keepChoices({ userId: actor.userId, reference, ...choices.data });
  return new Response(null, { status: 204 });
});

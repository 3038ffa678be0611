import { z } from 'zod';
import { withApi } from '@/app/server/api';
import { downloadOf } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { takeOriginal } from '@/lib/review/originals';

export const dynamic = 'force-dynamic';

/** A file that a contribution was filled from, for signed-in editors who may see its contact. */
export const GET = withApi<{ reference: string; file: string }>(async (_request, { reference, file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contact.read')) return failure('forbidden');
  if (!z.uuid().safeParse(file).success) return failure('not_found');
  const taken = await takeOriginal({ editor: actor, reference, file });
  return taken.ok ? downloadOf(taken.content) : taken;
});

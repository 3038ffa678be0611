import { z } from 'zod';
import { withApi } from '@/app/_server/api';
import { downloadOf } from '@/app/_server/download';
import { currentActor } from '@/app/_server/session';
import { can } from '@/lib/auth/policy';
import { readFileForReview } from '@/lib/contributions/attachments/queries';
import { failure } from '@/lib/errors';

export const dynamic = 'force-dynamic';

/** A file that went with a submission, for signed-in editors. What is still in somebody's draft is not theirs. */
export const GET = withApi<{ reference: string; file: string }>(async (_request, { reference, file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  return z.uuid().safeParse(file).success ? downloadOf(await readFileForReview({ reference, id: file })) : failure('not_found');
});

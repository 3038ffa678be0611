import { z } from 'zod';
import { withApi } from '@/app/server/api';
import { downloadOf } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { readFileForReview } from '@/lib/contributions/files/files';
import { failure } from '@/lib/platform/errors';
import { recordFileRead } from '@/lib/review/access-log';

export const dynamic = 'force-dynamic';

/** A file sent with a submission, for signed-in editors. They have no access to the files of a draft. */
export const GET = withApi<{ reference: string; file: string }>(async (_request, { reference, file }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contact.read')) return failure('forbidden');
  const content = z.uuid().safeParse(file).success ? await readFileForReview({ reference, id: file }) : null;
  if (!content) return failure('not_found');
  await recordFileRead({ editor: actor, reference, file });
  return downloadOf(content);
});

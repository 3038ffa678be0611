import { failureOf } from '@/app/server/failure';
import { isSameOrigin } from '@/app/server/same-origin';
import { currentActor } from '@/app/server/session';
import { readUpload } from '@/app/server/upload';
import { can } from '@/lib/accounts/policy';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { MAX_BYTES } from '@/lib/review/bulk/constants';
import { uploadParticipantTable } from '@/lib/review/participants/table-upload';

/**
 * Accepts a table of participants. It is a route because Next reads the whole body of a server action before our code
 * checks the sender.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await take(request).catch(failureOf);
  if (!result.ok && result.reason === 'not_signed_in') return seeOther('/sign-in?next=%2Fdesk%2Fparticipants%2Ftables');
  return seeOther(
    result.ok ? `/desk/participants/tables/${result.id}` : `/desk/participants/tables?problem=${result.reason}`,
  );
}

async function take(request: Request): Promise<Result<{ id: string }>> {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const editor = await currentActor();
  if (!editor) return failure('not_signed_in');
  if (!can(editor, 'agreement.propose')) return failure('forbidden');
  const upload = await readUpload(request, MAX_BYTES);
  return upload.ok ? uploadParticipantTable({ editor, fileName: upload.name, bytes: upload.bytes }) : upload;
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } });

import { failureOf } from '@/app/server/failure';
import { isSameOrigin } from '@/app/server/same-origin';
import { currentActor } from '@/app/server/session';
import { readUpload } from '@/app/server/upload';
import { can } from '@/lib/accounts/policy';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { MAX_LOGO_BYTES, saveLogo } from '@/lib/platform/settings/logo';

/**
 * Accepts the logo. It is a route because Next reads the whole body of a server action before our code checks the
 * sender.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await take(request).catch(failureOf);
  if (!result.ok && result.reason === 'not_signed_in') return seeOther('/sign-in?next=%2Fdesk%2Fsettings');
  return seeOther(result.ok ? '/desk/settings?done=logo#logo' : `/desk/settings?problem=${result.reason}#logo`);
}

async function take(request: Request): Promise<Result> {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'settings.manage')) return failure('forbidden');
  const upload = await readUpload(request, MAX_LOGO_BYTES);
  if (!upload.ok) return upload.reason === 'file_too_large' ? failure('logo_too_large') : upload;
  return saveLogo({ actor, bytes: upload.bytes });
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } });

import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { MAX_BYTES } from '@/lib/review/bulk/constants';
import { failureOf } from './failure';
import { isSameOrigin } from './same-origin';
import { currentActor } from './session';
import { readUpload } from './upload';

type Store = (upload: { editor: Editor; fileName: string; bytes: Buffer }) => Promise<Result<{ id: string }>>;

/**
 * The route that takes a table at the desk and leads to its page below `base`, or back with the reason why not. It is a
 * route because Next reads the whole body of a server action before our code checks the sender.
 */
export const tableUpload =
  (base: string, store: Store) =>
  async (request: Request): Promise<Response> => {
    const result = await take(request, store).catch(failureOf);
    if (!result.ok && result.reason === 'not_signed_in') return seeOther(`/sign-in?next=${encodeURIComponent(base)}`);
    return seeOther(result.ok ? `${base}/${result.id}` : `${base}?problem=${result.reason}`);
  };

async function take(request: Request, store: Store): Promise<Result<{ id: string }>> {
  if (!isSameOrigin(request)) return failure('foreign_origin');
  const editor = await currentActor();
  if (!editor) return failure('not_signed_in');
  if (!can(editor, 'agreement.propose')) return failure('forbidden');
  const upload = await readUpload(request, MAX_BYTES);
  return upload.ok ? store({ editor, fileName: upload.name, bytes: upload.bytes }) : upload;
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } });

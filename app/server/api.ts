import { unstable_rethrow } from 'next/navigation';
import type { TokenScope } from '@/lib/accounts/constants';
import { can } from '@/lib/accounts/policy';
import type { Action } from '@/lib/accounts/policy';
import { findActorByToken } from '@/lib/accounts/api-tokens';
import type { TokenActor } from '@/lib/accounts/api-tokens';
import { failure } from '@/lib/platform/errors';
import type { Failure, Result } from '@/lib/platform/errors';
import { failureOf } from './failure';
import { problem } from './problem';

/** A contribution with every field at its limit is smaller than this. */
const MAX_BYTES = 2 * 1024 * 1024;

type Context<Params> = { params: Promise<Params> };
type Handler<Params> = (request: Request, params: Params) => Promise<Response | Failure>;

/**
 * The wrapper of every API route: a failure is answered in words with its status, an unexpected error without details.
 */
export function withApi<Params>(handle: Handler<Params>) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    try {
      const answer = await handle(request, await params);
      return answer instanceof Response ? answer : problem(answer);
    } catch (error) {
      unstable_rethrow(error);
      return problem(failureOf(error));
    }
  };
}

/**
 * The owner of the request's token. Fails with `not_signed_in`, `forbidden` (with the issue `token_scope` where the
 * token allows less than its owner may do).
 */
export async function apiActor(
  request: Request,
  may: Action,
  scope: TokenScope,
): Promise<Result<{ actor: TokenActor }>> {
  const actor = await findActorByToken(request.headers.get('authorization'));
  if (!actor) return failure('not_signed_in');
  if (!actor.scopes.includes(scope)) return failure('forbidden', [{ path: 'Authorization', code: 'token_scope' }]);
  return can(actor, may) ? { ok: true, actor } : failure('forbidden');
}

/** The request's JSON, read only up to the limit. Fails with `unsupported_type`, `too_large`, `malformed`. */
export async function readJson(request: Request): Promise<Result<{ body: unknown }>> {
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) return failure('unsupported_type');
  if (Number(request.headers.get('content-length')) > MAX_BYTES) return failure('too_large');
  try {
    const text = await readText(request);
    if (text === null) return failure('too_large');
    return { ok: true, body: JSON.parse(text) };
  } catch (error) {
    // Invalid JSON or, by the decoder's error, invalid UTF-8. Any other error is not the sender's fault.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return failure('malformed');
  }
}

/** Null if the body is larger than the limit. Counts while reading, because a stated length can be wrong. */
async function readText(request: Request): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, bytes] = ['', 0];
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

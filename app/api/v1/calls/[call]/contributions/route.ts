import { withApi } from '@/app/server/api';
import { addressIn } from '@/app/server/visitor';
import { allowOrigins, openToOrigins } from '@/app/api/v1/origins';
import { refusing } from '@/app/api/v1/methods';
import { badRequest, callSlug, refuseParameters } from '@/app/api/v1/parameters';
import { namedFaults, readSubmission } from '@/app/api/v1/submission';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { submitContribution } from '@/lib/contributions/submission';
import { origin } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { droppedIn } from '@/lib/platform/text/dropped';
import { idempotencyKey, KEY_WORDS } from './parameters';

export const dynamic = 'force-dynamic';

/**
 * Submits a contribution, also from a page of another site: the same JSON as the form. Answers 201 with its reference and its private link, which is
 * given only this once. With an `Idempotency-Key`, the same request can be repeated after a lost answer: 200, and
 * nothing is stored twice. Without a key, a repeated text is rejected with 409; a key confirms that it is intended.
 */
const submit = withApi<{ call: string }>(async (request, { call }) => {
  if (!callSlug.safeParse(call).success) return failure('unknown_call');
  const unread = refuseParameters(request);
  if (unread) return unread;
  const given = request.headers.get('idempotency-key');
  const key = idempotencyKey.nullable().safeParse(given);
  if (!key.success) return badRequest([{ path: 'Idempotency-Key', detail: KEY_WORDS }]);
  const counted = await countPass({ endpoint: 'api', address: addressIn(request.headers) });
  if (!counted.ok) return counted;
  const read = await readSubmission(request);
  if (!read.ok) return read;

  // A key belongs to its sender and to one call: its use in another call must stay hidden.
  const submissionKey = key.data === null ? undefined : `${call}:${key.data}`;
  const result = await submitContribution({
    callSlug: call,
    input: read.body,
    submissionKey,
    onlyOnce: submissionKey === undefined,
  });
  if (!result.ok) return namedFaults(result);

  const { reference, token } = result;
  const headers = { Location: `${origin()}${apiPaths.contribution(reference)}`, 'Cache-Control': 'no-store' };
  if (token === undefined) return Response.json({ reference }, { status: 200, headers });
  const dropped = droppedIn(read.body);
  const said = dropped.length > 0 ? { dropped } : {};
  return Response.json(
    { reference, link: `${origin()}/en/link/${token}`, status: 'submitted', ...said },
    { status: 201, headers },
  );
});

export const POST: typeof submit = async (request, context) => openToOrigins(await submit(request, context));
export const OPTIONS = () => allowOrigins('POST');
export const { GET, PUT, PATCH, DELETE } = refusing('POST, OPTIONS', { 'Access-Control-Allow-Origin': '*' });

import { apiActor, withApi } from '@/app/server/api';
import { refusing } from '@/app/api/v1/methods';
import { reference as referenceOf, refuseParameters } from '@/app/api/v1/parameters';
import { namedFaults, readSubmission } from '@/app/api/v1/submission';
import { issuesOf } from '@/lib/contributions/schema';
import { failure } from '@/lib/platform/errors';
import { decideChanges } from '@/lib/review/decide';
import { decisionsInput } from '@/lib/review/schema';

export const dynamic = 'force-dynamic';

/**
 * Decides any number of proposed cells of one contribution: all of them or none. With `dryRun` nothing is stored, and
 * `effects` shows what would change. `waiting` is not null where a second editor has to agree first.
 */
export const POST = withApi<{ reference: string }>(async (request, { reference }) => {
  const acting = await apiActor(request, 'contribution.decide', 'decide');
  if (!acting.ok) return acting;
  if (!referenceOf.safeParse(reference).success) return failure('not_found');
  const unread = refuseParameters(request);
  if (unread) return unread;
  const read = await readSubmission(request);
  if (!read.ok) return read;
  const parsed = decisionsInput.safeParse(read.body);
  if (!parsed.success) return namedFaults(failure('invalid', issuesOf(parsed.error)));

  const result = await decideChanges({
    editor: acting.actor,
    reference,
    decisions: parsed.data.decisions,
    dryRun: parsed.data.dryRun,
  });
  if (!result.ok) return namedFaults(result);
  const { ok: _, ...decided } = result;
  return Response.json(decided, { headers: { 'Cache-Control': 'no-store' } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing('POST, OPTIONS');

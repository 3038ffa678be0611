import { apiActor, withApi } from '@/app/_server/api';
import { readParameters } from '@/app/api/v1/parameters';
import { listQueue } from '@/lib/review/queue/queries';
import { QUEUE_LIMIT, QUEUE_STATUSES, queueFilter } from '@/lib/review/queue/schema';

export const dynamic = 'force-dynamic';

const words = {
  status: `status is one of: ${QUEUE_STATUSES.join(', ')}.`,
  call: 'call is the name of a call, such as 2020.',
  q: 'q is a reference or some words, 200 characters at most.',
  after: 'after is the value of “next” in an earlier answer, unchanged.',
  limit: `limit is a whole number from 1 to ${QUEUE_LIMIT}.`,
};

/** The desk's queue for an editor's own programs, newest first. */
export const GET = withApi(async (request) => {
  const acting = await apiActor(request, 'contribution.read');
  if (!acting.ok) return acting;
  const asked = readParameters(request, queueFilter, words);
  if (!asked.ok) return asked.response;
  const { rows, next } = await listQueue(asked.parameters);
  return Response.json({ data: rows, next }, { headers: { 'Cache-Control': 'no-store' } });
});

import { apiActor, withApi } from '@/app/_server/api';
import { READ_ONLY, refusing } from '@/app/api/v1/methods';
import { readParameters } from '@/app/api/v1/parameters';
import { listQueue } from '@/lib/review/queue/queries';
import { MOST_DAYS, QUEUE_LIMIT, QUEUE_SORTS, QUEUE_STATUSES, queueFilter } from '@/lib/review/queue/schema';

export const dynamic = 'force-dynamic';

const words = {
  status: `status is one of: ${QUEUE_STATUSES.join(', ')}.`,
  call: 'call is the name of a call, such as 2020.',
  assignee: 'assignee is the id of an editor, mine, or none.',
  agreement: 'agreement is the slug of an agreement, such as paris-call.',
  criterion: 'criterion is the key of a criterion, such as supply-chain-integrity.',
  conflict: 'conflict is 1, or left out.',
  olderThan: `olderThan is a number of days from 1 to ${MOST_DAYS}.`,
  q: 'q is a reference or some words, 200 characters at most.',
  sort: `sort is one of: ${QUEUE_SORTS.join(', ')}.`,
  after: 'after is the value of “next” in an earlier answer to the same sort, unchanged.',
  limit: `limit is a whole number from 1 to ${QUEUE_LIMIT}.`,
};

/** The desk's queue for an editor's own programs, newest first unless they ask otherwise. */
export const GET = withApi(async (request) => {
  const acting = await apiActor(request, 'contribution.read', 'read');
  if (!acting.ok) return acting;
  const asked = readParameters(request, queueFilter, words);
  if (!asked.ok) return asked.response;
  const { rows, next } = await listQueue(asked.parameters, acting.actor.userId);
  return Response.json({ data: rows, next }, { headers: { 'Cache-Control': 'no-store' } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing(READ_ONLY);

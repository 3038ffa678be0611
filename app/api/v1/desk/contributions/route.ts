import { apiActor, withApi } from '@/app/server/api';
import { can } from '@/lib/accounts/policy';
import { READ_ONLY, refusing } from '@/app/api/v1/methods';
import { readParameters } from '@/app/api/v1/parameters';
import { listQueue } from '@/lib/review/queue/queue';
import { parameters, words } from './parameters';

export const dynamic = 'force-dynamic';

/** The desk's queue for an editor's own programs, newest first unless another order is requested. */
export const GET = withApi(async (request) => {
  const acting = await apiActor(request, 'contribution.read', 'read');
  if (!acting.ok) return acting;
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { rows, next } = await listQueue(asked.parameters, acting.actor.userId, {
    seesContacts: can(acting.actor, 'contact.read'),
  });
  return Response.json({ data: rows, next }, { headers: { 'Cache-Control': 'no-store' } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing(READ_ONLY);

import { z } from 'zod';
import { withApi } from '@/app/server/api';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { previewMail } from '@/lib/notifications/compose';

export const dynamic = 'force-dynamic';

/** The mail's HTML alone, as a mail program gets it. It contains no script, and people's texts are escaped. */
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };

export const GET = withApi<{ id: string }>(async (_request, { id }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'mail.read')) return failure('forbidden');
  const mail = z.uuid().safeParse(id).success ? await previewMail(id) : null;
  return mail ? new Response(mail.html, { headers }) : failure('not_found');
});

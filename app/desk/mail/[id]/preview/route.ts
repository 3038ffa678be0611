import { z } from 'zod';
import { withApi } from '@/app/server/api';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { previewMail } from '@/lib/notifications/compose';

export const dynamic = 'force-dynamic';

/** The mail's HTML by itself, as a mail program gets it. It holds no script, and what people wrote stands in it as text. */
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };

export const GET = withApi<{ id: string }>(async (_request, { id }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'mail.read')) return failure('forbidden');
  const mail = z.uuid().safeParse(id).success ? await previewMail(id) : null;
  return mail ? new Response(mail.html, { headers }) : failure('not_found');
});

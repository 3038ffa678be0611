import { problem } from '@/app/server/problem';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { openQuestionnaireDraft } from '@/lib/calls/questionnaire/drafts';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';
import { failure } from '@/lib/platform/errors';
import type { Questionnaire } from '@/lib/calls/schema';
import { exportable } from './exportable';

/** `ending` follows the name of the call. */
type File = { body: BodyInit; type: string; ending: string };

/**
 * Answers with a file of a draft, for admins; with 401 or 403 for others, and with 404 where no file can be made. `content` is null for
 * an incomplete draft.
 */
export async function sendDraft(
  { params }: { params: Promise<{ call: string }> },
  make: (content: Questionnaire | null, draft: OpenDraft) => Promise<File | null>,
): Promise<Response> {
  const [actor, { call }] = [await currentActor(), await params];
  if (!actor) return problem(failure('not_signed_in'));
  if (!can(actor, 'call.manage')) return problem(failure('forbidden'));
  const draft = await openQuestionnaireDraft(call);
  const file = draft && (await make(exportable(draft), draft));
  if (!file) return new Response(null, { status: 404 });
  const { body, type, ending } = file;
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="questionnaire-${draft.call.slug}${ending}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

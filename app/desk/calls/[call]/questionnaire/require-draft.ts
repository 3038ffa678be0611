import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { openQuestionnaireDraft } from '@/lib/calls/questionnaire/drafts';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';

/** For the pages of the editor: the draft of a call, for admins. `path` is where signing in leads back to. */
export async function requireDraft(slug: string, path: string): Promise<OpenDraft> {
  await requireActor(path, 'call.manage');
  return (await openQuestionnaireDraft(slug)) ?? notFound();
}

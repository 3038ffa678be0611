import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { WORD_TYPE, wordFile } from '@/lib/contributions/documents/word/file';
import { failure } from '@/lib/platform/errors';
import { readDeskPaper } from '@/lib/review/document';

export const dynamic = 'force-dynamic';

/** The contribution in full as a Word file, the same as its page. */
export const GET = withApi<{ reference: string }>(async (_request, { reference }) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  const paper = await readDeskPaper(reference, actor);
  if (!paper) return failure('not_found');
  const headers = deskFileHeaders({ name: `${paper.fileName}.docx`, type: WORD_TYPE });
  return new Response(await wordFile(paper), { headers });
});

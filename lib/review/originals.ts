import type { Editor } from '@/lib/accounts/policy';
import type { FileContent } from '@/lib/contributions/files/files';
import { readOriginal } from '@/lib/contributions/originals';
import { db } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { recordOriginalRead } from './access-log';
import { readConcerned } from './interests/conflict-of-interest';
import { decisionBlocker } from './policy';

/**
 * A file that a contribution was filled from, for an editor; the access is logged. It is contact data, so those who do not
 * see the contact do not get it.
 * Reasons: `not_found` (also where the contribution is anonymous), and why this editor may not decide on it.
 */
export async function takeOriginal({
  editor,
  reference,
  file,
}: {
  editor: Editor;
  reference: string;
  file: string;
}): Promise<Result<{ content: FileContent }>> {
  const row = await db.contribution.findFirst({ where: { reference, status: { not: 'draft' } }, select: { id: true } });
  if (!row) return failure('not_found');
  const concerned = (await readConcerned([row.id], editor)).get(row.id);
  const blocker = concerned ? decisionBlocker(editor, concerned) : null;
  if (blocker !== null) return failure(blocker);
  const content = await readOriginal({ reference, id: file });
  if (!content) return failure('not_found');
  await recordOriginalRead({ editor, reference, file });
  return { ok: true, content };
}

import type { Tx } from '@/lib/platform/db/client';
import { cutText } from '@/lib/platform/text/cut-text';
import { searchWords } from '@/lib/platform/text/fold-text';
import { readTextRows } from './overlay';
import { listTexts } from '@/lib/platform/redaction/texts';

// A tsvector holds at most 1 MB; the search needs no more than this.
const MAX_LENGTH = 200_000;
const MARK = /▇+ ‹[^›]*›/g;

/** Makes the desk's search of a contribution anew from what readers read of its newest revision. */
export async function writeDeskSearch(contributionId: string, tx: Tx): Promise<void> {
  const revision = await tx.contributionRevision.findFirstOrThrow({
    where: { contributionId },
    orderBy: { number: 'desc' },
    select: { id: true, proposals: { select: { comment: true } } },
  });
  const rows = await readTextRows(contributionId, revision.id, tx);
  const texts = rows.flatMap(({ place, columns, said, redacted }) => {
    // Only `writeRedacted` writes it: an object with columns of the row.
    const read = { ...columns, said, ...(redacted as Record<string, unknown> | null) };
    return listTexts([{ place, columns: read }]).map(({ text }) => text.replaceAll(MARK, ' '));
  });
  const comments = revision.proposals.flatMap(({ comment }) => comment ?? []);
  const words = searchWords(cutText([...texts, ...comments].join('\n'), MAX_LENGTH));
  await tx.$executeRaw`
    UPDATE contributions SET search = to_tsvector('simple', concat_ws(' ', reference_words(reference), ${words}::text)) WHERE id = ${contributionId}::uuid`;
}

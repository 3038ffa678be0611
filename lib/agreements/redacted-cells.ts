import { isWholeWords, withoutPassages } from '@/lib/platform/redaction/passages';
import type { Passage } from '@/lib/platform/redaction/passages';
import { listTexts } from '@/lib/platform/redaction/texts';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/** Takes out of a cell's content, of any time, the passages that were taken out of proposals for it. */
export type CellRedactor = <T>(cell: { agreementId: string | null; key: string; changeId?: string }, content: T) => T;

/**
 * Values of the dataset are copies of what was proposed, in cells, decisions and history. They stay as they are, and are
 * read without the passages that editors took out of the proposals for the same cell. Few proposals have any, so that
 * all are read at once.
 */
export async function readCellRedactor(tx: Tx = db): Promise<CellRedactor> {
  const passages = await readPassages(tx);
  if (passages.size === 0) return wholeCell;
  return ({ agreementId, key, changeId = '' }, content) =>
    withoutPassages(content, [
      ...((agreementId && passages.get(cellOf(agreementId, key))) || []),
      ...(passages.get(changeId) ?? []),
    ]);
}

/** Takes nothing out. */
export const wholeCell: CellRedactor = (_, content) => content;

/** Whether a passage was taken out of a proposal for a cell `c`: no search looks through such a cell. */
export const IS_REDACTED_CELL = Prisma.sql`EXISTS (
  SELECT 1 FROM proposed_changes x WHERE x.agreement_id = c.agreement_id AND x.key = c.key AND x.redacted IS NOT NULL)`;

/** The same for a cell `c` of a revision `r`. */
export const IS_REDACTED_CELL_OF_REVISION = Prisma.sql`EXISTS (
  SELECT 1 FROM proposed_changes x WHERE x.agreement_id = r.agreement_id AND x.key = c.key AND x.redacted IS NOT NULL)`;

/** Whether a passage was taken out of the proposal that a row `x` of the register came from: no search looks through it. */
export const IS_REDACTED_PARTICIPATION = Prisma.sql`EXISTS (
  SELECT 1 FROM proposed_changes t WHERE t.id = x.proposed_change_id AND t.redacted IS NOT NULL)`;

const cellOf = (agreementId: string, key: string) => `${agreementId}/${key}`;

/** By cell, and by proposed change. */
async function readPassages(tx: Tx): Promise<Map<string, Passage[]>> {
  const changes = await tx.$queryRaw<ChangeRow[]>`
    SELECT x.id, x.agreement_id AS "agreementId", x.key, x.value, x.note, x.source, d.place, d.start, d."end", d.reason::text
    FROM proposed_changes x JOIN proposals p ON p.id = x.proposal_id
    JOIN redactions d ON d.revision_id = p.revision_id AND starts_with(d.place, 'cell/' || x.id || '/') AND d.lifted_at IS NULL
    WHERE x.redacted IS NOT NULL ORDER BY x.id, d.start`;
  const passages = new Map<string, Passage[]>();
  for (const { id, agreementId, key, value, note, source, place, start, end, reason } of changes) {
    const text = listTexts([{ place: `cell/${id}`, columns: { value, note, source } }]).find(
      (one) => one.place === place,
    );
    if (!text) continue;
    const wholeWords = isWholeWords(text.text, { start, end });
    const passage = { passage: text.text.slice(start, end), reason, wholeWords };
    for (const of of [id, ...(agreementId === null ? [] : [cellOf(agreementId, key)])])
      passages.set(of, [...(passages.get(of) ?? []), passage]);
  }
  return passages;
}

type ChangeRow = {
  id: string;
  agreementId: string | null;
  key: string;
  value: unknown;
  note: string | null;
  source: string | null;
  place: string;
  start: number;
  end: number;
  reason: Passage['reason'];
};

import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { RedactionView } from '@/lib/platform/redaction/marks';
import { hashOfText, listTexts, passagesOf, redactedColumns, redactedWords } from '@/lib/platform/redaction/texts';
import type { PlacedRange, TextRow } from '@/lib/platform/redaction/texts';

/**
 * A stored row as readers read it: `redacted` has the columns that a redaction is in. Every loader whose result readers
 * see passes its rows through this.
 */
export function asReadersRead<Row extends { redacted: unknown }>({ redacted, ...row }: Row): Omit<Row, 'redacted'> {
  // Only `writeRedacted` writes it: an object with columns of the row, each of its type.
  return { ...row, ...(redacted as Partial<typeof row> | null) };
}

type Rows = {
  id: string;
  answers: { questionKey: string; redacted: unknown }[];
  signatures: { position: number; redacted: unknown }[];
  projects: { position: number; redacted: unknown }[];
};

/** The rows of a revision with each passage in a mark in place of what readers read. */
export async function readMarked<Revision extends Rows>(
  contributionId: string,
  revision: Revision,
  tx: Tx,
): Promise<Revision> {
  const { id, answers, signatures, projects } = revision;
  if (![...answers, ...signatures, ...projects].some(({ redacted }) => redacted !== null)) return revision;
  const ranges = (await readRanges(contributionId, tx)).filter(({ revisionId }) => revisionId === id);
  const rows = await readTextRows(contributionId, id, tx);
  const marked = new Map(rows.map((row) => [row.place, redactedRow(row, ranges, 'marked')]));
  return {
    ...revision,
    answers: answers.map((row) => ({ ...row, redacted: marked.get(`answer/${row.questionKey}`) ?? null })),
    signatures: signatures.map((row) => ({ ...row, redacted: marked.get(`signatory/${row.position}`) ?? null })),
    projects: projects.map((row) => ({ ...row, redacted: marked.get(`project/${row.position}`) ?? null })),
  };
}

/** The rows of a revision that have free texts, and what readers read of them now. */
export type StoredTextRow = TextRow & { revisionId: string; redacted: unknown; said: string | null };

/**
 * The rows with free texts of one revision, with the proposed cells that were decided in an earlier one: these stay
 * what the contribution proposes.
 */
export async function readTextRows(contributionId: string, revisionId: string, tx: Tx): Promise<StoredTextRow[]> {
  const inOrder = { where: { revisionId }, orderBy: { position: 'asc' } } as const;
  const answers = await tx.answer.findMany({ where: { revisionId }, orderBy: { questionKey: 'asc' }, select: ANSWER });
  const signatures = await tx.signature.findMany({ ...inOrder, select: SIGNATURE });
  const projects = await tx.project.findMany({ ...inOrder, select: PROJECT });
  const cells = await tx.proposedChange.findMany({
    where: {
      contributionId,
      OR: [{ proposal: { revisionId } }, { status: { in: ['accepted', 'amended', 'rejected', 'superseded'] } }],
    },
    orderBy: [{ proposal: { position: 'asc' } }, { key: 'asc' }, { round: 'asc' }],
    select: {
      id: true,
      value: true,
      note: true,
      source: true,
      redacted: true,
      proposal: { select: { revisionId: true } },
    },
  });
  const none = { revisionId, said: null };
  return [
    ...answers.map(({ questionKey, text, value, said, redacted }) => ({
      place: `answer/${questionKey}`,
      columns: { text, value },
      revisionId,
      redacted,
      said,
    })),
    ...signatures.map(({ position, name, note, redacted }) => ({
      place: `signatory/${position}`,
      columns: { name, note },
      redacted,
      ...none,
    })),
    ...projects.map(({ position, title, description, link, redacted }) => ({
      place: `project/${position}`,
      columns: { title, description, link },
      redacted,
      ...none,
    })),
    ...cells.map(({ id, value, note, source, redacted, proposal }) => ({
      place: `cell/${id}`,
      columns: { value, note, source },
      redacted,
      said: null,
      revisionId: proposal.revisionId,
    })),
  ];
}

const ANSWER = { questionKey: true, text: true, value: true, said: true, redacted: true } as const;
const SIGNATURE = { position: true, name: true, note: true, redacted: true } as const;
const PROJECT = { position: true, title: true, description: true, link: true, redacted: true } as const;

/** The redactions of a contribution that are not lifted. */
async function readRanges(
  contributionId: string,
  tx: Tx,
): Promise<(PlacedRange & { id: string; revisionId: string })[]> {
  return tx.redaction.findMany({
    where: { contributionId, liftedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, revisionId: true, place: true, start: true, end: true, textHash: true, reason: true },
  });
}

/**
 * Writes beside each stored row what readers read of it, from the redactions that are not lifted. The contribution must
 * be locked: of two redactions at one moment the later one reads the other.
 */
export async function writeRedacted(contributionId: string, rows: readonly StoredTextRow[], tx: Tx): Promise<void> {
  const ranges = await readRanges(contributionId, tx);
  for (const row of rows) {
    const now = redactedRow(
      row,
      ranges.filter(({ revisionId }) => revisionId === row.revisionId),
      'readers',
    );
    if (now !== null || row.redacted !== null) await writeRow(row, now, tx);
  }
}

/** The columns of a row with its redactions, the words of its value among them; null where it has none. */
function redactedRow(
  row: StoredTextRow,
  ranges: readonly PlacedRange[],
  view: RedactionView,
): Record<string, unknown> | null {
  const columns = redactedColumns(row, ranges, view);
  if (columns === null || row.said === null || !('value' in columns)) return columns;
  const inValue = ranges.filter(
    ({ place }) => place.startsWith(`${row.place}/value/`) || place === `${row.place}/value`,
  );
  return { ...columns, said: redactedWords(row.said, passagesOf(row, inValue), view) };
}

async function writeRow({ place, revisionId }: StoredTextRow, columns: Record<string, unknown> | null, tx: Tx) {
  const [kind, key] = [place.slice(0, place.indexOf('/')), place.slice(place.indexOf('/') + 1)];
  // Made of JSON by JSON.
  const data = { redacted: columns === null ? Prisma.DbNull : (columns as Prisma.InputJsonObject) };
  const position = { revisionId_position: { revisionId, position: Number(key) } };
  if (kind === 'answer')
    await tx.answer.update({
      where: { revisionId_questionKey: { revisionId, questionKey: key } },
      data,
      select: { revisionId: true },
    });
  else if (kind === 'signatory') await tx.signature.update({ where: position, data, select: { revisionId: true } });
  else if (kind === 'project') await tx.project.update({ where: position, data, select: { id: true } });
  else await tx.proposedChange.update({ where: { id: key }, data, select: { id: true } });
}

/** The stored text at a place, with its hash; undefined if there is none. */
export function textAt(
  rows: readonly StoredTextRow[],
  place: string,
): { text: string; hash: string; revisionId: string } | undefined {
  for (const row of rows) {
    const found = listTexts([row]).find((one) => one.place === place);
    if (found) return { text: found.text, hash: hashOfText(found.text), revisionId: row.revisionId };
  }
  return undefined;
}

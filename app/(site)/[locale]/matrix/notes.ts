import type { MatrixTable } from '@/lib/publication/matrix/layout';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';

export type MatrixNote = { id: string; agreement: PublicAgreement; criterion: Criterion; cell: PublicCell };

/**
 * The values of a table that have a note, in the order of the table: on paper both are numbered, and the numbers must
 * match. Ids are short because each is in the page five times.
 */
export function notesOf({ set, groups }: MatrixTable, prefix: string, transposed: boolean): MatrixNote[] {
  const agreements = groups.flatMap((group) => group.agreements);
  const pairs = transposed
    ? set.criteria.flatMap((criterion) => agreements.map((agreement) => ({ agreement, criterion })))
    : agreements.flatMap((agreement) => set.criteria.map((criterion) => ({ agreement, criterion })));
  return pairs
    .flatMap(({ agreement, criterion }) => {
      const cell = agreement.assessments[criterion.key];
      return cell && (cell.note || cell.contributions.length > 0) ? [{ agreement, criterion, cell }] : [];
    })
    .map((note, at) => ({ id: `${prefix}${at + 1}`, ...note }));
}

/** Finds the note of a value by agreement and criterion. */
export const noteIds = (notes: readonly MatrixNote[]) => {
  const ids = new Map(notes.map(({ id, agreement, criterion }) => [`${agreement.slug} ${criterion.key}`, id]));
  return (agreement: PublicAgreement, criterion: Criterion) => ids.get(`${agreement.slug} ${criterion.key}`);
};

import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { MatrixTable } from '@/lib/publication/matrix/layout';
import type { Criterion } from '@/lib/publication/matrix/ordering';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { MatrixLinks } from './links';

/** What both ways of drawing the matrix are given: agreements as rows or as columns. */
export type MatrixTableProps = {
  table: MatrixTable;
  view: MatrixView;
  links: MatrixLinks;
  /** The agreements and criteria whose notes can be read together. */
  withNotes: ReadonlySet<string>;
  noteOf: (agreement: PublicAgreement, criterion: Criterion) => string | undefined;
};

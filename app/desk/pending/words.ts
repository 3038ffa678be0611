import { sayCount } from '@/lib/platform/text/say-count';
import type { PendingCell } from '@/lib/review/pending/pending-cells';

/** How much waits, in words: the rows of the page, then the proposals in them and their contributions. */
export function countInWords(cells: readonly PendingCell[], row: 'cell' | 'agreement'): string {
  if (cells.length === 0) return '';
  const proposals = cells.reduce((sum, { total }) => sum + total, 0);
  const references = new Set(
    cells.flatMap(({ variants }) => variants.flatMap((variant) => variant.proposals.map(({ reference }) => reference))),
  );
  const from = sayCount(references.size, 'contribution');
  return `${sayCount(cells.length, row)}: ${sayCount(proposals, 'proposal')} of ${from}.`;
}

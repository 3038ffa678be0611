import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';

/** The sources of an agreement's cells, each once, in the order of the page. */
export function listSources(agreement: PublicAgreement, order: readonly string[]): string[] {
  const cells = order.map((key) => agreement.facts[key] ?? agreement.assessments[key]);
  return [...new Set(cells.flatMap((cell) => cell?.source ?? []))];
}

/** The number of a cell's source in that list, or null. */
export function sourceNumber(cell: PublicCell | undefined, sources: readonly string[]): number | null {
  const at = cell?.source ? sources.indexOf(cell.source) : -1;
  return at < 0 ? null : at + 1;
}

export const sourceId = (number: number) => `source-${number}`;

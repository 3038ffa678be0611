import type { PublicAgreement, PublicCell, PublicReleaseChanges } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';

/**
 * Lists which agreements were added and removed between two states of the dataset, and which cells of the others
 * differ.
 */
export function releaseChanges(
  before: readonly PublicAgreement[],
  after: readonly PublicAgreement[],
): PublicReleaseChanges {
  const [earlier, later] = [bySlug(before), bySlug(after)];
  return {
    added: after.filter(({ slug }) => !earlier.has(slug)).map(named),
    removed: before.filter(({ slug }) => !later.has(slug)).map(named),
    cells: after.flatMap((agreement) => {
      const was = earlier.get(agreement.slug);
      return was ? changedCells(was, agreement) : [];
    }),
  };
}

export const isUnchanged = ({ added, removed, cells }: PublicReleaseChanges) =>
  added.length + removed.length + cells.length === 0;

const bySlug = (agreements: readonly PublicAgreement[]) =>
  new Map(agreements.map((agreement) => [agreement.slug, agreement]));
const named = ({ slug, name, shortName }: PublicAgreement) => ({ slug, name, shortName });
const cellsOf = ({ facts, assessments }: PublicAgreement): Record<string, PublicCell> => ({ ...facts, ...assessments });

function changedCells(earlier: PublicAgreement, later: PublicAgreement) {
  const [was, is] = [cellsOf(earlier), cellsOf(later)];
  const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  return keys.flatMap((cell) => {
    const [before, after] = [contentOf(was[cell]), contentOf(is[cell])];
    return isSameJson(before, after) ? [] : [{ agreement: later.slug, cell, before, after }];
  });
}

/**
 * The part of a cell that readers see. Its credits and the date of its decision may change while this stays the same.
 */
const contentOf = (cell: PublicCell | undefined) =>
  cell ? { value: cell.value, note: cell.note, source: cell.source, asOf: cell.asOf } : null;

/** Cells in the order of the form: as their names are listed, facts first. */
export function inCellOrder<Change extends { key: string }>(
  changes: Change[],
  names: Record<string, string>,
): Change[] {
  const order = Object.keys(names);
  return changes.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

const ROW = /^([A-Za-z]+)\.(\d+)\./;

/**
 * The server closes up the rows that were taken out in the browser: its row 1 may be the page's row 2.
 * Returns what leads from the names it uses to those of the page that sent this form.
 */
export function namesOnPage(data: FormData): (name: string) => string {
  const rows = new Map<string, Set<number>>();
  for (const name of data.keys()) {
    const [, list, at] = ROW.exec(name) ?? [];
    if (list !== undefined) rows.set(list, (rows.get(list) ?? new Set()).add(Number(at)));
  }
  const ordered = new Map([...rows].map(([list, indices]) => [list, [...indices].sort((a, b) => a - b)]));
  return (name) =>
    name.replace(/^([A-Za-z]+)\.(\d+)/, (all, list: string, at: string) => {
      const index = ordered.get(list)?.[Number(at)];
      return index === undefined ? all : `${list}.${index}`;
    });
}

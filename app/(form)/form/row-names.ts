const ROW = /^([A-Za-z]+)\.(\d+)\./;

/**
 * The server renumbers the rows after removed ones: its row 1 may be the page's row 2. Returns a function from the
 * server's names to the names on the page that sent this form.
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

/**
 * For each row of an earlier revision, by its title and position, its present title: its own, or the title of the new
 * row in its place.
 */
export function titlesNow(was: readonly string[], is: readonly string[]): (title: string, at: number) => string {
  const retained = new Set(was);
  return (title, at) => {
    if (is.includes(title)) return title;
    const inItsPlace = is[at];
    return inItsPlace !== undefined && !retained.has(inItsPlace) ? inItsPlace : title;
  };
}

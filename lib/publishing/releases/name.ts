/** The name after those there are: the year and how many there have been in it, `2026.1`, `2026.2`. */
export function nextSlug(taken: readonly string[], year: number): string {
  const numbers = taken.flatMap((slug) => new RegExp(`^${year}\\.(\\d{1,6})$`).exec(slug)?.[1] ?? []).map(Number);
  return `${year}.${Math.max(0, ...numbers) + 1}`;
}

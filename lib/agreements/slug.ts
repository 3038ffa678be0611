/**
 * A web name made of a title: lower case, ASCII letters and digits, hyphens between.
 * Returns at most 60 characters and never an empty string (`agreement` where nothing is left).
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain || 'agreement';
}

/** What stands at the place of a slug in addresses of pages that are no agreement's. */
const RESERVED = new Set(['view', 'find']);

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate) && !RESERVED.has(candidate)) return candidate;
  }
}

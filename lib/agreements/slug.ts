import { slugText } from '@/lib/platform/text/slug-text';

/**
 * A web name made of a title, in letters and digits of ASCII; never an empty string (`agreement` where nothing is
 * left).
 */
export const slugOf = (title: string): string => slugText(title) || 'agreement';

/** Takes the place of a slug in the addresses of pages that belong to no agreement. */
const RESERVED = new Set(['view', 'find']);

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate) && !RESERVED.has(candidate)) return candidate;
  }
}

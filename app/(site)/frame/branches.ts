import type { pathsIn } from '@/lib/platform/i18n/paths';

type Page = { href: string; label: string };

/** An entry of the main navigation. */
export type Branch = Page & {
  /** Its pages, in a row of their own while one of them is open; none if it has only one. */
  pages: Page[];
};

const BRANCHES = {
  calls: { pages: [] },
  agreements: { pages: ['agreements', 'matrix', 'compare', 'criteria', 'participants'] },
  analysis: { pages: [] },
  contributions: { pages: ['contributions', 'projects', 'challenges', 'statistics'] },
  data: { pages: ['data', 'sources', 'releases', 'api'] },
} as const;
type Entry = keyof typeof BRANCHES;
type PageName = (typeof BRANCHES)[Entry]['pages'][number];

/** The five entries of the main navigation with their pages, in one language. */
export const branchesIn = (
  paths: ReturnType<typeof pathsIn>,
  say: (key: Entry | `pages.${PageName}`) => string,
): Branch[] =>
  // The keys of a literal object are its own.
  (Object.keys(BRANCHES) as Entry[]).map((entry) => ({
    href: paths[entry],
    label: say(entry),
    pages: BRANCHES[entry].pages.map((page) => ({ href: paths[page], label: say(`pages.${page}`) })),
  }));

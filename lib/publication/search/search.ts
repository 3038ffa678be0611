import type { Locale } from '@/lib/platform/i18n/routing';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { excerptAround } from './excerpt';
import { FINDERS } from './groups';
import type { Found, FoundRows, SearchPart } from './found';
import { namesWith, wordsNear } from './near';
import { foundWords, readQuery } from './query';
import type { SearchQuery } from './query';
import { SEARCH_GROUPS, searchResult } from './schema';
import type { SearchGroup, SearchHit, SearchResult } from './schema';
import { loadTexts } from './texts';

type Sought = {
  sought: string;
  locale: Locale;
  /** Only this group. */
  group?: SearchGroup;
  /** How many hits of each group, and how many of the best are left out. */
  limit: number;
  offset?: number;
};

const NOTHING: SearchResult = { data: [], next: null, found: [], beginnings: false, near: null };

/**
 * Searches everything that is public, in groups: what has each word in one of its forms; where nothing has, what has
 * words that begin so; and where that finds nothing either, what is spelt alike. A text without letters or digits finds
 * nothing.
 */
export async function searchPublic({ group, ...sought }: Sought): Promise<SearchResult> {
  const part = { offset: 0, ...sought, texts: await loadTexts(sought.locale) };
  const groups = SEARCH_GROUPS.filter((name) => group === undefined || name === group);
  for (const begun of [false, true]) {
    const query = await readQuery(sought.sought, { begun });
    const found = query ? await findIn(groups, query, part) : [];
    if (query && found.some(({ count }) => count > 0))
      return searchResult.parse({ ...NOTHING, ...(await told(found, query)), beginnings: begun });
  }
  return searchResult.parse({ ...NOTHING, near: await readNear(sought.sought, part) });
}

type FoundGroup = FoundRows & { group: SearchGroup };

const findIn = (groups: readonly SearchGroup[], query: SearchQuery, part: SearchPart): Promise<FoundGroup[]> =>
  Promise.all(groups.map(async (group) => ({ group, ...(await FINDERS[group](query, part)) })));

async function told(groups: FoundGroup[], query: SearchQuery): Promise<Pick<SearchResult, 'data' | 'found'>> {
  // As on the pages: contact details in texts are not shown.
  const shown = hideContactDetails(groups.filter(({ count }) => count > 0));
  const found = await foundWords(
    shown.flatMap(({ rows }) => rows.flatMap(({ title, about, text }) => [title, about, text])),
    query,
  );
  const data = shown.map(({ group, count, rows }) => ({ group, count, hits: rows.map((row) => hitOf(row, found)) }));
  return { data, found: [...found].toSorted() };
}

const hitOf = ({ title, about, path, text, language }: Found, found: ReadonlySet<string>): SearchHit => ({
  title,
  about,
  path,
  excerpt: excerptAround(text, found),
  language,
});

/** Searches that find something (all words, each as it is spelt most alike, and each of these for itself), and names. */
async function readNear(sought: string, part: SearchPart): Promise<NonNullable<SearchResult['near']>> {
  const near = await wordsNear(sought, part);
  const nearest = near.flatMap(([word]) => word ?? []);
  const whole = nearest.length > 1 ? await readQuery(nearest.join(' ')) : null;
  const found = whole ? await findIn(SEARCH_GROUPS, whole, { ...part, limit: 1, offset: 0 }) : [];
  const searches = [...(found.some(({ count }) => count > 0) ? [nearest.join(' ')] : []), ...near.flat()];
  const names = await namesWith(nearest, part);
  return hideContactDetails({
    searches: [...new Set(searches)],
    names: names.map((name) => hitOf({ ...name, text: '' }, new Set())),
  });
}

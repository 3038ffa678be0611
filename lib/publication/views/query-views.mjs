/**
 * The filters and orders of each page, by its path after the language. A test compares them with the shapes of the
 * views.
 */
export const QUERY_VIEWS = {
  agreements: ['q', 'space', 'nature', 'body', 'year', 'criterion', 'sort', 'page', 'at'],
  'agreements/:slug((?!find$|view$)[^/]+)': ['at'],
  contributions: ['call', 'group', 'country', 'agreement', 'page'],
  participants: ['q', 'kind', 'group', 'country', 'action', 'page'],
  'agreements/:slug((?!find$|view$)[^/]+)/participants': ['q', 'kind', 'action', 'page'],
  search: ['q', 'in', 'page'],
  projects: ['q', 'criterion', 'agreement', 'page'],
  'sources/:key((?!find$|view$)[^/]+)': ['page'],
  matrix: [
    'at',
    'set',
    'space',
    'nature',
    'agreements',
    'criteria',
    'by',
    'along',
    'order',
    'transpose',
    'page',
    'notes',
  ],
  compare: ['agreements', 'at'],
  'analysis/:set((?!find$|view$|figures$|limits$)[^/]+)': ['at', 'space', 'date'],
};

/**
 * Pages are static and see no query, so a query that was typed or kept would be ignored without a message. It is
 * redirected to the target of the page's own form, which answers with the address of that view.
 * @param {string} locales
 * @returns {{ source: string, has: { type: 'query', key: string }[], destination: string, permanent: boolean }[]}
 */
export const queryRedirects = (locales) =>
  Object.entries(QUERY_VIEWS).flatMap(([page, names]) => {
    const target = page.replace(/\(.*\)/, '');
    return names.map((key) => ({
      source: `/:locale(${locales})/${page}`,
      has: [{ type: 'query', key }],
      destination: `/:locale/${target}/find`,
      permanent: false,
    }));
  });

/** The first part of every address of a page that readers see, after the language. A test walks the pages. */
const SECTIONS = [
  ...['about', 'agreements', 'analysis', 'api', 'background', 'calls', 'challenges', 'compare', 'contributions'],
  ...[
    'criteria',
    'data',
    'glossary',
    'matrix',
    'method',
    'participants',
    'privacy',
    'projects',
    'questions',
    'releases',
  ],
  ...['search', 'sources', 'statistics'],
];
/** Below those: the targets of forms, which take the parameters of their page, files, and what is no page for readers. */
const NO_PAGE =
  /\/find$|\/[^/]+\.[a-z]+$|\/(csv|json)\/view\/|^calls\/[^/]+\/contribute(\/|$)|^contributions\/[^/]+\/preview$/;
/** Next's own. */
const OF_NEXT = ['_rsc'];

/**
 * The address of a page without the parameters that it does not take, so that none is ignored without a word; null for
 * an address without such a parameter, and for all that is no page for readers.
 * @param {string} url path and query
 * @param {string} locales
 * @returns {string | null}
 */
export function withoutUnknownParameters(url, locales) {
  const [path = '', query] = url.split(/\?(.*)/s);
  const [, page] = new RegExp(`^/(?:${locales})(?:/(.*?))?/?$`).exec(path) ?? [null, null];
  if (query === undefined || page === null) return null;
  const inSite = !page || (SECTIONS.includes(page.split('/')[0] ?? '') && !NO_PAGE.test(page));
  if (!inSite) return null;
  const sent = [...new URLSearchParams(query)];
  const taken = [...parametersOf(page ?? ''), ...OF_NEXT];
  const kept = sent.filter(([name]) => taken.includes(name));
  if (kept.length === sent.length && query !== '') return null;
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

/** @param {string} page its path after the language */
const parametersOf = (page) =>
  Object.entries(QUERY_VIEWS).find(([known]) =>
    new RegExp(`^${known.replace(/:\w+\((.*)\)/, (_, pattern) => pattern)}$`).test(page),
  )?.[1] ?? [];

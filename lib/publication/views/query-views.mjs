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
  projects: ['q', 'criterion', 'agreement', 'page'],
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
  'analysis/:set((?!find$|view$|figures$)[^/]+)': ['at', 'space'],
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

import { expect, it } from 'vitest';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import { compareShape } from '@/lib/publication/comparison/filter-schema';
import { contributionViewShape } from '@/lib/publication/contributions/facets';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import { participantViewShape, participationViewShape } from '@/lib/publication/participants/view';
import { searchViewShape } from '@/lib/publication/search/schema';
import { projectViewShape } from '@/lib/publication/projects';
import { sourceViewShape } from '@/lib/publication/sources';
import { QUERY_VIEWS, queryRedirects, withoutUnknownParameters } from './query-views.mjs';

it('a query with anything that a page’s view takes leads to that view', () => {
  // `unknown` is computed by the comparison itself and is no parameter of a request.
  const { unknown: _, ...compared } = compareShape;
  const shapes = {
    agreements: agreementsView,
    contributions: contributionViewShape,
    projects: projectViewShape,
    participants: participantViewShape,
    'agreements/:slug((?!find$|view$)[^/]+)/participants': participationViewShape,
    search: searchViewShape,
    matrix: matrixShape,
    compare: compared,
  };
  for (const [page, shape] of Object.entries(shapes))
    // the names just listed
    expect([page, QUERY_VIEWS[page as keyof typeof shapes].toSorted()]).toEqual([page, Object.keys(shape).toSorted()]);
  const { 'analysis/:set((?!find$|view$|figures$|limits$)[^/]+)': analysed } = QUERY_VIEWS;
  expect(analysed.toSorted()).toEqual(Object.keys(ANALYSIS_VIEW).toSorted());
  expect(QUERY_VIEWS['sources/:key((?!find$|view$)[^/]+)']).toEqual(Object.keys(sourceViewShape));
  expect(queryRedirects('en')).toContainEqual({
    source: '/:locale(en)/agreements',
    has: [{ type: 'query', key: 'sort' }],
    destination: '/:locale/agreements/find',
    permanent: false,
  });
  expect(queryRedirects('en').map(({ destination }) => destination)).toContain('/:locale/agreements/:slug/find');
});

it.each([
  ['/en?utm_source=mail', '/en'],
  ['/en/?a=1', '/en/'],
  ['/en/about?', '/en/about'],
  ['/en/agreements?sort=year&utm_source=mail', '/en/agreements?sort=year'],
  ['/en/agreements/paris-call?at=2020&q=a%20b', '/en/agreements/paris-call?at=2020'],
  ['/en/agreements/paris-call/versions/1?at=2020', '/en/agreements/paris-call/versions/1'],
  ['/en/agreements/view/space/united-nations?sort=year', '/en/agreements/view/space/united-nations'],
  ['/en/analysis/elements-2019?at=2020&set=x', '/en/analysis/elements-2019?at=2020'],
  ['/en/analysis/limits?at=2020', '/en/analysis/limits'],
  ['/en/search?q=a&in=values&x=y&q=b', '/en/search?q=a&in=values&q=b'],
  ['/en/contributions/BPF-2020-001?x=?y', '/en/contributions/BPF-2020-001'],
])('%s leads to %s', (url, address) => {
  expect(withoutUnknownParameters(url, 'en')).toBe(address);
  expect(withoutUnknownParameters(address, 'en')).toBeNull();
});

it.each([
  '/en/agreements',
  '/en/agreements?sort=year',
  '/en/search?q=a&_rsc=1x2',
  '/en/agreements/find?x=y',
  '/en/matrix/csv/view/by/name?x=y',
  '/en/calls/2020/answers.csv?x=y',
  '/en/calls/2020/contribute/check?error=1',
  '/en/contributions/BPF-2020-001/preview?x=y',
  '/en/link/token?x=y',
  '/desk?x=y',
  '/api/v1/agreements?x=y',
  '/fr/about?x=y',
])('%s stays as it is', (url) => {
  expect(withoutUnknownParameters(url, 'en')).toBeNull();
});

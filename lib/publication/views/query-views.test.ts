import { expect, it } from 'vitest';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import { compareShape } from '@/lib/publication/comparison/filter-schema';
import { contributionViewShape } from '@/lib/publication/contributions/facets';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import { participantViewShape, participationViewShape } from '@/lib/publication/participants/view';
import { projectViewShape } from '@/lib/publication/projects';
import { QUERY_VIEWS, queryRedirects } from './query-views.mjs';

it('a query with anything that a page’s view takes leads to that view', () => {
  // `unknown` is computed by the comparison itself and is no parameter of a request.
  const { unknown: _, ...compared } = compareShape;
  const shapes = {
    agreements: agreementsView,
    contributions: contributionViewShape,
    projects: projectViewShape,
    participants: participantViewShape,
    'agreements/:slug((?!find$|view$)[^/]+)/participants': participationViewShape,
    matrix: matrixShape,
    compare: compared,
  };
  for (const [page, shape] of Object.entries(shapes))
    // the names just listed
    expect([page, QUERY_VIEWS[page as keyof typeof shapes].toSorted()]).toEqual([page, Object.keys(shape).toSorted()]);
  const { 'analysis/:set((?!find$|view$|figures$)[^/]+)': analysed } = QUERY_VIEWS;
  expect(analysed.toSorted()).toEqual(Object.keys(ANALYSIS_VIEW).toSorted());
  expect(queryRedirects('en')).toContainEqual({
    source: '/:locale(en)/agreements',
    has: [{ type: 'query', key: 'sort' }],
    destination: '/:locale/agreements/find',
    permanent: false,
  });
  expect(queryRedirects('en').map(({ destination }) => destination)).toContain('/:locale/agreements/:slug/find');
});

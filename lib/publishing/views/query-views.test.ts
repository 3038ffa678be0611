import { expect, it } from 'vitest';
import { ANALYSIS_VIEW } from '@/lib/publishing/analysis/selection';
import { compareShape } from '@/lib/publishing/comparing/shape';
import { contributionViewShape } from '@/lib/publishing/contributions/division';
import { agreementsView } from '@/lib/publishing/facets/view';
import { matrixShape } from '@/lib/publishing/matrix/shape';
import { projectViewShape } from '@/lib/publishing/projects/division';
import { QUERY_VIEWS, queryRedirects } from './query-views.mjs';

it('a query with anything that a page’s view takes leads to that view', () => {
  // What compare could not find by its name is of its own making, and nobody asks for it.
  const { unknown: _, ...compared } = compareShape;
  const shapes = {
    agreements: agreementsView,
    contributions: contributionViewShape,
    projects: projectViewShape,
    matrix: matrixShape,
    compare: compared,
  };
  for (const [page, shape] of Object.entries(shapes))
    expect([page, QUERY_VIEWS[page as keyof typeof shapes].toSorted()]).toEqual([page, Object.keys(shape).toSorted()]); // the names just listed
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

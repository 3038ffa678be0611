import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { assessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import { countBy, layOut, totalOn } from './layout';
import { orderAgreements, VALUES_IN_ORDER } from './ordering';
import { PAGE_LENGTH } from './filter-schema';
import type { MatrixView } from './filter-schema';
import { matrixCsv, matrixJson } from './table';

const cell = (value: PublicCell['value']): PublicCell => {
  const nothing = { note: null, source: null, asOf: null, contribution: null, contributions: [] };
  return { value, decidedAt: '2020-01-01T00:00:00.000Z', version: 1, ...nothing };
};
const cells = (values: Record<string, PublicCell['value']>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cell(value)]));
const agreement = (
  slug: string,
  facts: Record<string, string>,
  assessments: Record<string, string>,
): PublicAgreement => ({
  slug,
  name: `The ${slug}`,
  shortName: slug,
  version: 1,
  updatedAt: '2020-01-01T00:00:00.000Z',
  facts: cells(facts),
  assessments: cells(assessments),
});
const criterion = (key: string) => ({
  key,
  letter: null,
  title: `=${key}`,
  shortTitle: key,
  description: '',
  help: '',
});
const sets: PublicCriterionSet[] = [
  { slug: 'first', title: 'First', description: '', source: '', criteria: ['law', 'rights', 'threats'].map(criterion) },
  { slug: 'second', title: 'Second', description: '', source: '', criteria: ['help'].map(criterion) },
];
const dataset = [
  agreement(
    'accord',
    { space: 'united-nations', launchDate: '2018-04' },
    { law: 'no', rights: 'yes', threats: 'indirect' },
  ),
  agreement(
    'brazzaville',
    { space: 'within-stakeholder-group', bindingNature: 'binding', launchDate: '2016' },
    { law: 'yes', rights: 'yes', help: 'unclear' },
  ),
  agreement('charter', { space: 'within-stakeholder-group' }, { law: 'not_assessed' }),
  agreement('declaration', { space: 'united-nations', launchDate: '2001' }, { law: 'yes' }),
];
const laid = (view: MatrixView) => layOut(dataset, sets, view);
const rows = (view: MatrixView) =>
  laid(view)?.tables[0]?.groups.map((group) => [group.space, group.agreements.map(({ slug }) => slug)]);
const columns = (view: MatrixView) => laid(view)?.tables.map(({ set }) => set.criteria.map(({ key }) => key));

describe('the matrix', () => {
  it('is ordered by space and name, and lists agreements without an assessment separately', () => {
    expect(rows({})).toEqual([
      ['within-stakeholder-group', ['brazzaville']],
      ['united-nations', ['accord', 'declaration']],
    ]);
    expect(laid({})?.tables.map(({ others }) => others.map(({ slug }) => slug))).toEqual([
      ['charter'],
      ['charter', 'accord', 'declaration'],
    ]);
  });

  it.each<[string, MatrixView, string[]]>([
    ['by name', { by: ['name'] }, ['accord', 'brazzaville', 'declaration']],
    ['by name, reversed', { by: ['name'], order: ['reversed'] }, ['declaration', 'brazzaville', 'accord']],
    ['by year', { by: ['year'] }, ['declaration', 'brazzaville', 'accord']],
    ['by the number of yes', { by: ['yes'] }, ['brazzaville', 'accord', 'declaration']],
    ['by a criterion, yes first', { by: ['law'] }, ['brazzaville', 'declaration', 'accord']],
    [
      'by a criterion, no first and nothing known last',
      { by: ['threats'], order: ['reversed'] },
      ['accord', 'brazzaville', 'declaration'],
    ],
  ])('is ordered %s', (_, view, expected) => {
    expect(rows(view)).toEqual([[null, expected]]);
  });

  it('orders its columns along an agreement, by number of yes or by title', () => {
    expect(columns({ along: ['accord'] })).toEqual([['rights', 'threats', 'law'], ['help']]);
    expect(columns({ along: ['yes'] })).toEqual([['law', 'rights', 'threats'], ['help']]);
    expect(columns({ along: ['name'] })).toEqual([['law', 'rights', 'threats'], ['help']]);
    expect(columns({ criteria: ['help', 'threats'] })).toEqual([['threats'], ['help']]);
    expect(columns({ set: ['second'] })).toEqual([['help']]);
  });

  it('is filtered by space, nature and name, and counts what each would leave', () => {
    expect(rows({ space: ['united-nations'] })).toEqual([['united-nations', ['accord', 'declaration']]]);
    expect(rows({ nature: ['binding'] })).toEqual([['within-stakeholder-group', ['brazzaville']]]);
    expect(rows({ agreements: ['declaration', 'accord'] })).toEqual([['united-nations', ['accord', 'declaration']]]);
    expect([...countBy(dataset, { space: ['united-nations'], nature: ['binding'] }, 'space')]).toEqual([
      ['within-stakeholder-group', 1],
    ]);
  });

  it.each<[string, MatrixView]>([
    ['a set', { set: ['third'] }],
    ['a criterion', { criteria: ['moon'] }],
    ['a criterion of another set', { set: ['second'], criteria: ['law'] }],
    ['an agreement', { agreements: ['moon'] }],
    ['an agreement to order along', { along: ['moon'] }],
    ['a criterion to order by', { by: ['moon'] }],
    ['a direction of nothing', { order: ['reversed'] }],
    ['a page', { page: ['2'] }],
  ])('does not exist where %s does not', (_, view) => {
    expect(laid(view)).toBeNull();
  });

  it('of the past names the chosen agreements that it did not have', () => {
    expect(laid({ at: ['2019-01-01'], agreements: ['moon', 'accord'] })).toMatchObject({
      absent: ['moon'],
      agreements: [{ slug: 'accord' }],
    });
  });

  it('is cut into pages, none of which loses or repeats an agreement', () => {
    const many = Array.from({ length: PAGE_LENGTH * 2 + 1 }, (_, at) =>
      agreement(`a-${String(at).padStart(3, '0')}`, { space: 'united-nations' }, { law: 'yes' }),
    );
    const pages = [undefined, ['2'], ['3']].map(
      (page) => layOut(many, sets, { page })?.tables[0]?.groups.flatMap((group) => group.agreements) ?? [],
    );
    expect(pages.map((page) => page.length)).toEqual([PAGE_LENGTH, PAGE_LENGTH, 1]);
    expect(pages.flat().map(({ slug }) => slug)).toEqual(many.map(({ slug }) => slug));
    expect(layOut(many, sets, { page: ['4'] })).toBeNull();
  });
});

it('counts yes among the assessed agreements only', () => {
  expect(totalOn([...dataset, ...dataset], 'law')).toEqual({ yes: 4, count: 6 });
  // Fewer than five agreements are not counted.
  expect(totalOn(dataset, 'law')).toBeNull();
});

describe('an order', () => {
  const values = fc.array(fc.constantFrom(...ASSESSMENT_VALUES), { maxLength: 12 });
  const first = sets[0]?.criteria ?? [];

  it('keeps every agreement, groups equal values, and has unknown ones last in both directions', () => {
    fc.assert(
      fc.property(values, fc.boolean(), (given, reversed) => {
        const agreements = given.map((value, at) => agreement(`a-${at}`, {}, { law: value }));
        const ordered = orderAgreements(agreements, first, 'law', reversed);
        expect(ordered.map(({ slug }) => slug).toSorted()).toEqual(agreements.map(({ slug }) => slug).toSorted());
        const ranks = ordered.map((one) => VALUES_IN_ORDER.indexOf(assessmentOf(one, 'law')));
        const known = ranks.filter((rank) => rank >= 0);
        expect(ranks.slice(0, known.length)).toEqual(known);
        expect(known).toEqual(known.toSorted((a, b) => (reversed ? b - a : a - b)));
      }),
    );
  });

  it('does not depend on the order in which the agreements came', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(dataset, { minLength: dataset.length }),
        fc.constantFrom(undefined, 'name', 'year', 'yes', 'law'),
        (shuffled, by) => {
          expect(orderAgreements(shuffled, first, by)).toEqual(orderAgreements(dataset, first, by));
        },
      ),
    );
  });
});

describe('a view as data', () => {
  const view: MatrixView = { set: ['first'], criteria: ['law', 'threats'], by: ['year'] };

  it('is a table in the order of the view', () => {
    const matrix = laid(view);
    expect(matrix && matrixCsv(matrix)).toBe(
      [
        'agreement,name,short_name,launch_date,space,binding_nature,law,threats',
        'declaration,The declaration,declaration,2001,united-nations,,yes,not_assessed',
        'brazzaville,The brazzaville,brazzaville,2016,within-stakeholder-group,binding,yes,not_assessed',
        'accord,The accord,accord,2018-04,united-nations,,no,indirect',
        'charter,The charter,charter,,within-stakeholder-group,,not_assessed,not_assessed',
        '',
      ].join('\r\n'),
    );
  });

  it('is transposed with the view, and holds no formula', () => {
    const matrix = laid({ ...view, agreements: ['accord'] });
    expect(matrix && matrixCsv(matrix, { transposed: true })).toBe(
      "criterion,title,set,accord\r\nlaw,'=law,first,no\r\nthreats,'=threats,first,indirect\r\n",
    );
  });

  it('has the whole cells of its view, and no others', () => {
    const matrix = laid({ ...view, agreements: ['brazzaville'] });
    const { data } = JSON.parse(matrix ? matrixJson(matrix, view) : '{}') as {
      data: { slug: string; assessments: object }[];
    };
    expect(data).toMatchObject([{ slug: 'brazzaville', assessments: { law: cell('yes') } }]);
    expect(Object.keys(data[0]?.assessments ?? {})).toEqual(['law']);
  });
});

describe('the notes of a row or column', () => {
  it('are a view for an agreement and a criterion that the view shows, and for nothing else', () => {
    expect(laid({ notes: ['brazzaville'] })).not.toBeNull();
    expect(laid({ notes: ['law'] })).not.toBeNull();
    expect(laid({ notes: ['unknown'] })).toBeNull();
    expect(laid({ agreements: ['accord'], notes: ['brazzaville'] })).toBeNull();
    expect(laid({ at: ['2019-01-01'], notes: ['unknown'] })).not.toBeNull();
  });
});

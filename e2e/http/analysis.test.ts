import { expect, test } from 'vitest';
import { ask, read, readJson, statusOf, textOf } from './requests';

const ELEMENTS = '/api/v1/analysis/elements-2019';
const figure = (name: string, set = 'elements-2019') => `/en/analysis/figures/${set}/${name}`;
const rowsOf = async (address: string) => (await read(address)).trim().split('\r\n');
const wordsOf = (html: string) => textOf(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')).replaceAll('&#x27;', "'");

test('the limits are counted in the dataset, and stand above every figure', async () => {
  const page = wordsOf(await read('/en/analysis/limits'));
  const { data: agreements } = await readJson('/api/v1/agreements');
  type Cell = { value: string; sureness: { decidedBy: string; confirmations: number } | null };
  const cells = (agreements as { assessments: Record<string, Cell> }[])
    .flatMap(({ assessments }) => Object.values(assessments))
    .filter(({ value }) => value !== 'not_assessed');
  expect(cells.length).toBeGreaterThan(200);
  expect(page).toContain(`share of these ${agreements.length} agreements`);
  expect(page).toContain(`Of the ${cells.length} values in the dataset`);
  const confirmed = cells.filter(({ sureness }) => (sureness?.confirmations ?? 0) > 0).length;
  expect(page).toContain(`${confirmed} of ${cells.length} values were said independently`);
  const launched = agreements.filter(({ facts }: { facts: Record<string, unknown> }) => facts.launchDate).length;
  expect(page).toContain(`Launchedknown of ${launched} agreements`);
  for (const address of ['/en/analysis', '/en/analysis/elements-2019', '/en/analysis/norms-2015']) {
    const html = await read(address);
    expect(html).toContain('href="/en/analysis/limits"');
    expect(html.indexOf('href="/en/analysis/limits"')).toBeLessThan(html.search(/<h2|<\/main>/));
  }
  expect(await read('/sitemap.xml')).toContain('/en/analysis/limits</loc>');
});

test('the API and the file have the lift with the numbers it is computed from', async () => {
  const { together, agreements, needed, limits } = await readJson(ELEMENTS);
  expect([agreements, needed]).toEqual([20, 5]);
  expect(limits).toMatch(/\/en\/analysis\/limits$/);
  const isPair = ({ criterion, other }: Record<string, unknown>) =>
    criterion === 'further-multi-stakeholderism' && other === 'responsible-disclosure';
  // Counted by hand in the paper's tables: 15 × 11 ÷ 20 = 8.25, and 11 ÷ 8.25 = 1.33.
  expect(together.find(isPair)).toMatchObject({
    assessed: 20,
    counts: { both: 11, one: 15, other: 11, expected: 8.25 },
  });
  const [head, ...rows] = await rowsOf(figure('co-occurrence.csv'));
  expect(head).toBe('criterion,title,other_criterion,other_title,both_yes,expected,lift,yes,other_yes,assessed');
  expect(rows.find((row) => /^further-multi-stakeholderism,.*,responsible-disclosure,/.test(row))).toMatch(
    /,11,8\.25,1\.3333,15,11,20$/,
  );
});

test('the comparison, the figure and the API say the same of how alike two agreements are', async () => {
  const { alike } = await readJson(ELEMENTS);
  expect(alike.measure).toBe('jaccard');
  const [best] = alike.pairs;
  const row = (await rowsOf(figure('overlap.csv'))).find((one) => one.startsWith(`${best.agreement},${best.other},`));
  expect(row).toContain(`,${best.shared},${best.either},`);
  const page = wordsOf(await read(`/en/compare/view/agreements/${best.agreement},${best.other}`));
  expect(page).toMatch(
    new RegExp(
      `of the ${best.either} criteria that either contains, both contain ${best.shared}, ${Math.round(best.similarity * 100)}%`,
    ),
  );
  expect(page).toContain('what “alike” means here');
});

test('of a kind of date with too few agreements a figure and its files only say how many there are', async () => {
  const [head, ...rows] = await rowsOf(figure('view/date/adopted/time.csv'));
  expect(head).toBe('assessed,needed,notice');
  expect(rows).toEqual([expect.stringMatching(/^0,5,.*A curve needs 5 of them\./)]);
  const image = await read(figure('view/date/adopted/time.svg'));
  expect(image).toContain('A curve needs 5 of them.');
  expect(image).not.toContain('<path');
  expect((await ask(figure('view/date/adopted/time.png'))).headers.get('content-type')).toBe('image/png');
  expect(await statusOf(figure('view/date/someday/time.csv'))).toBe(404);
  expect((await readJson(ELEMENTS)).overTime.find(({ date }: { date: string }) => date === 'adopted').curves).toEqual(
    [],
  );
  expect((await rowsOf(figure('time.csv')))[0]).toBe('criterion,title,date_kind,until,found,assessed,share');
});

test('criteria that fewer than five agreements were assessed on are in no statistic', async () => {
  const { criteria } = await readJson('/api/v1/analysis/norms-2015');
  const few = criteria.filter(({ assessed }: { assessed: number }) => assessed < 5);
  expect(few.length).toBeGreaterThan(0);
  for (const one of few) expect(one).toMatchObject({ counts: null, share: null });
  const coverage = await rowsOf(figure('coverage.csv', 'norms-2015'));
  expect(coverage).toEqual(['assessed,needed,notice', expect.stringMatching(/^[0-4],5,.*From 5 on/)]);
  expect(wordsOf(await read('/en/analysis/norms-2015'))).toContain('From 5 on, this page says what agreements share');
});

test.each(['/api/v1/analysis/no-such-set', '/api/v1/analysis/%00', `${ELEMENTS}?at=no-such-release`])(
  '%s is answered with 404',
  async (address) => {
    expect(await statusOf(address)).toBe(404);
  },
);

test('a wrong space is answered with 400', async () => {
  expect(await statusOf(`${ELEMENTS}?space=moon`)).toBe(400);
});

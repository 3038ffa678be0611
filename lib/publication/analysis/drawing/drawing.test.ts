import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { seededAgreements, seededSet } from '@/prisma/factories/studies';
import { coverage } from '@/lib/publication/analysis/coverage';
import { horizontality } from '@/lib/publication/analysis/horizontality';
import { studyOf } from '@/lib/publication/analysis/study';
import { overTime } from '@/lib/publication/analysis/time';
import { coverageChart } from './coverage-chart';
import { heatChart } from './heat-chart';
import { pairsChart } from './pairs-chart';
import { colourRules, LIGHT } from './palette';
import { legendHeight } from './patterns';
import { reachChart } from './reach-chart';
import { rowFrame, widthFor } from './rows';
import { standalone } from './standalone';
import { timeChart } from './time-chart';

/** Characters in a name that markup could read as its own. */
const NASTY = 'Tom & "Jerry" <script>alert(1)</script> \'x\'';
const set = seededSet('elements-2019');
const first = set.criteria[0];
if (first) first.shortTitle = NASTY;
const study = studyOf(seededAgreements(), set);
const spoken = { title: `Title ${NASTY}`, description: `Description ${NASTY}` };
const percent = (share: number) => `${Math.round(share * 100)}%`;
const values = { yes: 'Yes', indirect: 'Indirect', unclear: 'Unclear', no: 'No', not_assessed: NASTY };
const named = [
  { key: 'a', name: NASTY },
  { key: 'b', name: 'B' },
];

const DRAWINGS: Record<string, string> = {
  coverage: coverageChart({ id: 'one', size: 'wide', rows: coverage(study), words: values, ...spoken }),
  'coverage, narrow': coverageChart({ id: 'one', size: 'narrow', rows: coverage(study), words: values, ...spoken }),
  reach: reachChart({
    id: 'one',
    size: 'wide',
    rows: horizontality(study),
    words: { yes: 'Yes', found: NASTY, half: 'half', percent, count: () => NASTY },
    ...spoken,
  }),
  heat: heatChart({
    id: 'one',
    rows: named,
    columns: named,
    cells: [{ row: 'a', column: 'b', part: 0.9, text: NASTY }],
    cell: { width: 40, height: 30 },
    heads: 'slanted',
    ...spoken,
  }),
  pairs: pairsChart({ id: 'one', size: 'narrow', rows: [{ name: NASTY, degree: 0.5, text: '50%' }], ...spoken }),
  time: timeChart({
    id: 'one',
    size: 'wide',
    data: overTime(study, 'launched'),
    words: { percent, count: () => NASTY },
    ...spoken,
  }),
};

describe.each(Object.entries(DRAWINGS))('the drawing %s', (_, svg) => {
  it.each([
    ['in a page', svg],
    ['as a file', standalone(svg, { title: NASTY, notes: [NASTY] })],
  ])('is well formed, named and described %s, and fetches and runs nothing', (__, text) => {
    expect(XMLValidator.validate(text)).toBe(true);
    const { svg: root } = new XMLParser({ ignoreAttributes: false, processEntities: true }).parse(text);
    expect([root.title['#text'], root.desc['#text'], root['@_role']]).toEqual([
      spoken.title,
      spoken.description,
      'img',
    ]);
    expect(root['@_aria-labelledby']).toBe(root.title['@_id']);
    expect(root['@_aria-describedby']).toBe(root.desc['@_id']);
    expect(text).not.toMatch(/<(script|style|image|foreignObject|use|a)\b|\son\w+=|href=|@import/i);
    expect([...text.matchAll(/url\(([^)]*)\)/g)].filter(([, target]) => !target?.startsWith('#one-'))).toEqual([]);
  });

  it('keeps its direction in a page that begins at the right, and as a file', () => {
    for (const text of [svg, standalone(svg, { title: '', notes: [] })])
      expect(/<svg [^>]*>/.exec(text)?.[0]).toContain('direction="ltr"');
  });

  it('uses the colours of the page, and its own in a file', () => {
    expect(svg).toContain('var(--color-');
    expect(standalone(svg, { title: '', notes: [] })).not.toContain('var(');
  });
});

it.each(['wide', 'narrow'] as const)(
  'gives the first row of a %s drawing half a row below the legend, where its name may stand',
  (size) => {
    const words = { yes: 'Yes', found: 'Found', half: 'half', percent, count: () => '1 of 2' };
    const svg = reachChart({ id: 'one', size, rows: horizontality(study), words, ...spoken });
    const counts = [...svg.matchAll(/<text transform="translate\([\d.]+,([\d.]+)\)"[^>]*>1 of 2</g)].map(([, y]) =>
      Number(y),
    );
    expect(counts).toHaveLength(set.criteria.length);
    const room = Math.min(...counts) - legendHeight([words.yes, words.found], widthFor(size));
    expect(room).toBeGreaterThanOrEqual(rowFrame([], size, 0, 0).band / 2);
  },
);

it('contains the light colours of the site as a file, and a page of its own has both', () => {
  const [light = '', dark = ''] = readFileSync('app/tokens.css', 'utf8').split('@media');
  for (const [name, value] of Object.entries(LIGHT)) expect(light).toContain(`${name}: ${value};`);
  for (const rule of colourRules('light').split(';')) expect(light).toContain(rule.replace(':', ': '));
  for (const rule of colourRules('dark').split(';')) expect(dark).toContain(rule.replace(':', ': '));
});

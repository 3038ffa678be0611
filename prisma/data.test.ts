import { describe, expect, test } from 'vitest';
import { ELEMENT_CRITERIA, NORM_CRITERIA } from '@/lib/agreements/constants';
import { seedCorrections, seedCriterionSet, seedDataset } from '@/lib/agreements/seed-schema';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import agreementsFile from '@/prisma/data/agreements.json';
import correctionsFile from '@/prisma/data/corrections.json';
import criteriaFile from '@/prisma/data/criteria.json';

const { agreements, source } = seedDataset.parse(agreementsFile);
const criterionSets = seedCriterionSet.array().parse(criteriaFile);
const corrections = seedCorrections.parse(correctionsFile);
const analysed = agreements.filter((agreement) => agreement.analysed);

function agreementOf(slug: string) {
  const found = agreements.find((agreement) => agreement.slug === slug);
  if (!found) throw new Error(`The dataset has no agreement ${slug}`);
  return found;
}

/** The ten elements of one agreement as the paper's table has them from top to bottom: Y, N or I. */
function rowOf(slug: string): string {
  const letters: Partial<Record<AssessmentValue, string>> = { yes: 'Y', no: 'N', indirect: 'I' };
  const { assessments } = agreementOf(slug);
  return ELEMENT_CRITERIA.map((key) => letters[assessments[key]?.value ?? 'not_assessed'] ?? '?').join('');
}

describe('the canonical dataset', () => {
  test('names the paper of 2019 as its source', () => {
    expect(source).toEqual({
      title: 'Cybersecurity Agreements',
      publisher: 'IGF Best Practices Forum on Cybersecurity',
      date: '2019',
    });
  });

  test('holds the twenty analysed agreements in the order of the paper, then the three listed without an analysis', () => {
    expect(analysed.map(({ slug }) => slug)).toEqual([
      'au-convention',
      'sadc-model-laws',
      'paris-call',
      'ungge-2015',
      'tech-accord',
      'charter-of-trust',
      'gcsc',
      'foc-recommendations',
      'sco-agreement',
      'manrs',
      'brazzaville-declaration',
      'budapest-convention',
      'eu-cybersecurity-act',
      'eu-nis-directive',
      'eac-cyber-laws',
      'ecowas-directive',
      'nato-cyber-defence-pledge',
      'eu-joint-communication',
      'csde-anti-botnet-guide',
      'oas-strategy',
    ]);
    const listedOnly = agreements.slice(analysed.length);
    expect(listedOnly.map(({ slug }) => slug)).toEqual([
      'g20-antalya-communique',
      'g7-charlevoix-commitment',
      'arab-convention',
    ]);
    expect(listedOnly.map(({ assessments }) => assessments)).toEqual([{}, {}, {}]);
  });

  test.each(analysed)(
    '$slug is assessed on exactly the ten elements, the UNGGE report on its norms too',
    ({ slug, assessments }) => {
      const norms = slug === 'ungge-2015' ? NORM_CRITERIA : [];
      expect(Object.keys(assessments)).toEqual([...ELEMENT_CRITERIA, ...norms]);
    },
  );

  test('has the totals of the paper: 88 yes, 92 no, 20 indirect', () => {
    const cells = analysed.map(({ slug }) => rowOf(slug)).join('');
    const count = (letter: string) => cells.split(letter).length - 1;
    expect([cells.length, count('Y'), count('N'), count('I')]).toEqual([200, 88, 92, 20]);
  });

  test('reads the table of the EAC framework, split in the paper, in its order', () => {
    const { assessments } = agreementOf('eac-cyber-laws');
    expect(Object.fromEntries(Object.entries(assessments).map(([key, { value }]) => [key, value]))).toEqual({
      'further-multi-stakeholderism': 'yes',
      'vulnerability-equities-processes': 'no',
      'responsible-disclosure': 'no',
      'reference-to-international-law': 'yes',
      'definition-of-cyber-threats': 'indirect',
      'definition-of-cyber-attacks': 'no',
      'reference-to-capacity-building': 'no',
      'specified-cbms': 'no',
      'reference-to-human-rights': 'yes',
      'references-to-content-restrictions': 'indirect',
    });
  });

  // Read off the paper's tables, one letter per element from top to bottom.
  test.each([
    ['au-convention', 'YNNINIYYYY'],
    ['sadc-model-laws', 'NNNNNNNNNY'],
    ['paris-call', 'YNYYNNYNYN'],
    ['ungge-2015', 'YNYYNNYYYY'],
    ['tech-accord', 'YNYNNNYNNN'],
    ['charter-of-trust', 'YNYNNNYNNN'],
    ['gcsc', 'YYYYNNIINN'],
    ['foc-recommendations', 'YNNINIYYYY'],
    ['sco-agreement', 'NNNIYIYYYY'],
    ['manrs', 'YNYNYNYNNN'],
    ['brazzaville-declaration', 'INNNNNYYNN'],
    ['budapest-convention', 'YNYYIINNYY'],
    ['eu-cybersecurity-act', 'YYYNYNIYYN'],
    ['eu-nis-directive', 'YNINNNIYNN'],
    ['ecowas-directive', 'NNNIYYNNNY'],
    ['nato-cyber-defence-pledge', 'INNYNNYYNN'],
    ['eu-joint-communication', 'YNYYNIYYYN'],
    ['csde-anti-botnet-guide', 'YNYIYNYYNY'],
    ['oas-strategy', 'YYYYYYYYYY'],
  ])('%s reads as in the paper', (slug, row) => {
    expect(rowOf(slug)).toBe(row);
  });

  test('has the eleven norms as yes for the report they come from, each with its letter, and for no other agreement', () => {
    const letterOf = new Map(
      criterionSets.flatMap(({ criteria }) => criteria.map(({ key, letter }) => [key, letter] as const)),
    );
    for (const key of NORM_CRITERIA) {
      const assessment = agreementOf('ungge-2015').assessments[key];
      expect(assessment?.value).toBe('yes');
      expect(assessment?.source).toContain(`paragraph 13 (${letterOf.get(key)})`);
    }
    const withNorms = agreements.filter(({ assessments }) => NORM_CRITERIA.some((key) => key in assessments));
    expect(withNorms.map(({ slug }) => slug)).toEqual(['ungge-2015']);
  });

  test('dates an agreement only as precisely as the paper does, and not at all without a date there', () => {
    const dates = agreements.flatMap(({ slug, facts }) => (facts.launchDate ? [[slug, facts.launchDate.value]] : []));
    expect(Object.fromEntries(dates)).toEqual({
      'paris-call': '2018-11-12',
      'ungge-2015': '2015',
      'sco-agreement': '2009',
      'brazzaville-declaration': '2016',
      'budapest-convention': '2001-11',
      'eu-cybersecurity-act': '2018-12',
      'eu-nis-directive': '2016',
      'eac-cyber-laws': '2008',
      'nato-cyber-defence-pledge': '2016',
      'eu-joint-communication': '2017',
      'oas-strategy': '2004-06-08',
    });
  });

  test('places agreements in the spaces of the paper', () => {
    const inSpace = (space: string) =>
      agreements.filter(({ facts }) => facts.space.value === space).map(({ slug }) => slug);
    expect(inSpace('between-stakeholder-groups')).toEqual(['paris-call', 'charter-of-trust', 'gcsc']);
    expect(inSpace('united-nations')).toEqual(['ungge-2015']);
    expect(inSpace('within-stakeholder-group')).toHaveLength(19);
  });

  test('keeps the four examples of binding nature that the paper gives, and explains every other one', () => {
    const stated = {
      'au-convention': 'binding-once-ratified',
      'ungge-2015': 'normative',
      manrs: 'normative',
      'budapest-convention': 'binding',
    };
    expect(
      Object.fromEntries(Object.keys(stated).map((slug) => [slug, agreementOf(slug).facts.bindingNature?.value])),
    ).toEqual(stated);
    const inferred = agreements.filter(({ slug, facts }) => facts.bindingNature && !(slug in stated));
    expect(
      inferred
        .filter(({ facts }) => !facts.bindingNature?.note?.startsWith('This site’s reading of '))
        .map(({ slug }) => slug),
    ).toEqual([]);
  });

  test('counts signatories where the paper does', () => {
    expect(agreementOf('paris-call').facts.signatories?.value).toEqual({
      count: 547,
      unit: 'supporters',
      asOf: '2019',
    });
    expect(agreementOf('paris-call').facts.signatories?.note).toContain('65 ');
    expect(agreementOf('au-convention').facts.signatories?.value).toEqual({
      count: 4,
      unit: 'ratifications',
      asOf: '2019',
    });
    const members = agreementOf('oas-strategy').facts.signatories?.value;
    expect(members?.count).toBe(35);
    expect(new Set(members?.list).size).toBe(35);
    const counted = agreements.filter(({ facts }) => facts.signatories);
    expect(counted.map(({ slug }) => slug)).toEqual(['au-convention', 'paris-call', 'oas-strategy']);
  });
});

describe('what the paper does not say', () => {
  test('does not give ENISA most of the tasks, and keeps both statements on sanctions', () => {
    const { stakeholders, summary } = agreementOf('eu-cybersecurity-act').facts;
    expect(stakeholders?.value).toBe(
      'The European Union and its member states; including the stakeholders called “relevant” is mostly left to the EU Agency for Cybersecurity (ENISA).',
    );
    expect(summary.note).toContain('adopted and authorised the use of sanctions');
  });

  test('names no parties to the SADC model laws', () => {
    expect(agreementOf('sadc-model-laws').facts.stakeholders).toBeUndefined();
  });

  test('marks this site’s own additions: letters of norms, spaces by definition, short names', () => {
    for (const key of NORM_CRITERIA)
      expect(agreementOf('ungge-2015').assessments[key]?.note).toContain('a reference of this site’s');
    for (const slug of ['sadc-model-laws', 'oas-strategy'])
      expect(agreementOf(slug).facts.space.note).toContain('this site puts it here');
    const shortened = agreements
      .filter(({ facts }) => facts.shortName.note?.includes('this site'))
      .map(({ slug }) => slug);
    expect(shortened).toEqual([
      'au-convention',
      'sadc-model-laws',
      'ungge-2015',
      'foc-recommendations',
      'eac-cyber-laws',
      'oas-strategy',
      'g20-antalya-communique',
      'g7-charlevoix-commitment',
      'arab-convention',
    ]);
  });

  test('corrects no cell to its present content', () => {
    expect(
      corrections.cells.filter(({ agreement, cell, before }) => {
        const { facts, assessments } = agreementOf(agreement);
        const now = { ...facts, ...assessments }[cell];
        return (
          now !== undefined && isSameJson({ value: now.value, note: now.note ?? null, source: now.source }, before)
        );
      }),
    ).toEqual([]);
  });
});

describe('the criteria', () => {
  const keysOf = (slug: string) => criterionSets.find((set) => set.slug === slug)?.criteria.map(({ key }) => key);

  test('are the ten elements and the eleven norms, in their order', () => {
    expect(criterionSets.map(({ slug }) => slug)).toEqual(['elements-2019', 'norms-2015']);
    expect(keysOf('elements-2019')).toEqual([...ELEMENT_CRITERIA]);
    expect(keysOf('norms-2015')).toEqual([...NORM_CRITERIA]);
  });

  test('give each norm its letter in paragraph 13, and the elements none', () => {
    const lettersOf = criterionSets.map(({ criteria }) => criteria.map(({ letter }) => letter ?? '-').join(''));
    expect(lettersOf).toEqual(['----------', 'cfikeabdghj']);
  });

  // What the advice says of the paper's values; the paper's tables are the test "reads as in the paper" above.
  test.each([
    [
      'further-multi-stakeholderism',
      { yes: ['budapest-convention', 'eac-cyber-laws'], indirect: ['brazzaville-declaration'] },
    ],
    [
      'definition-of-cyber-threats',
      { yes: ['ecowas-directive'], indirect: ['budapest-convention'], no: ['au-convention'] },
    ],
    [
      'definition-of-cyber-attacks',
      { yes: ['ecowas-directive'], indirect: ['budapest-convention', 'eu-joint-communication'] },
    ],
    ['specified-cbms', { yes: ['au-convention', 'brazzaville-declaration'], no: ['paris-call', 'ecowas-directive'] }],
    ['references-to-content-restrictions', { indirect: ['eac-cyber-laws'] }],
  ])('the advice on %s names agreements with the value that the paper gives them', (key, named) => {
    const help = criterionSets.flatMap(({ criteria }) => criteria).find((one) => one.key === key)?.help ?? '';
    for (const [value, slugs] of Object.entries(named)) {
      expect(slugs.map((slug) => agreementOf(slug).assessments[key]?.value)).toEqual(slugs.map(() => value));
      expect(help).toContain(value);
    }
    const named2019 = [...help.matchAll(/\(([^)]+)\)/g)].flatMap(([, list]) => list?.split(', ') ?? []);
    expect(named2019).toHaveLength(Object.values(named).flat().length);
  });

  test('have short titles that fit a column head and differ', () => {
    const titles = criterionSets.flatMap(({ criteria }) => criteria.map(({ shortTitle }) => shortTitle));
    expect(titles.filter((title) => title.length === 0 || title.length > 24)).toEqual([]);
    expect(new Set(titles).size).toBe(21);
  });
});

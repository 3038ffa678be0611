import { describe, expect, it } from 'vitest';
import { factLabel } from '@/lib/agreements/facts/words';
import { answerPlacesOf } from '@/lib/contributions/documents/form-sections';
import { readValues } from '@/lib/contributions/drafts/values';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';
import { makeQuestion } from '@/prisma/factories/questions';
import type { PlacedAnswer } from './place-answers';
import { readText } from './read-value';
import { typedSections } from './typed-sections';

const places = answerPlacesOf({
  ...{ locale: 'en', words: wordsIn('en'), annex: [], agreementsAddress: 'https://forum.example' },
  questionnaire: {
    questions: [makeQuestion('signatory'), makeQuestion('projects'), makeQuestion('proposals'), makeQuestion('text')],
    about: { title: 'About you', help: '' },
  },
  agreements: [
    { value: 'gcsc', label: 'Global Commission', code: 'A01' },
    { value: 'paris-call', label: 'Paris Call', code: 'A02' },
  ],
  sets: codedSets([
    { title: 'Norms', criteria: [{ key: 'supply-chain-integrity', title: 'Supply chain', help: null }] },
  ]),
});

/** Answers by the codes of their places and the last name of their fields, as they were written. */
const written = (...texts: [code: string, field: string, text: string][]): PlacedAnswer[] =>
  texts.map(([code, field, text]) => {
    const place = places.find((one) => [one.code, one.step].includes(code) && one.path.at(-1) === field);
    const read = place && readText(text, place);
    if (!place || !read || !('value' in read)) throw new Error(`no place ${code} ${field}, or not readable`);
    return { place, how: 'tag', text, value: read.value };
  });
/** What the point of the launch date is called. */
const POINT = factLabel('launchDate', 'en');
const typed = (...texts: [string, string, string][]) => typedSections(written(...texts), places);

describe('placed answers', () => {
  it('become the fields of their steps; rows that were left empty close up', () => {
    const { sections, notPlaced } = typed(
      ['Q1 / A02', 'agreements', 'x'],
      ['Q1 / A02', 'paris-call', 'since 2018'],
      ['Q1 / O3', 'name', 'Another pact'],
      ['Q2 / P2.1', 'title', 'A project'],
      ['Q2 / P2.4', 'agreements', 'A01; Paris Call'],
      ['Q4', 'text', 'Two\n\nparagraphs'],
      ['about', 'affiliation', 'An institute'],
      ['check', 'consent', 'x'],
    );
    expect(notPlaced).toEqual([]);
    expect(sections.map(({ step, entry }) => [step, entry])).toEqual([
      ['signatory', null],
      ['projects', null],
      ['text', null],
      ['about', null],
    ]);
    const of = (step: string) => sections.find((section) => section.step === step)?.data;
    expect(readValues('signatory', of('signatory'))).toMatchObject({
      agreements: ['paris-call'],
      notes: { 'paris-call': 'since 2018' },
      others: [{ name: 'Another pact', note: '' }],
    });
    expect(readValues('projects', of('projects')).projects).toEqual([
      { title: 'A project', description: '', link: '', agreements: ['gcsc', 'paris-call'], criteria: [] },
    ]);
    expect(readValues('text', of('text')).text).toBe('Two\n\nparagraphs');
    expect(readValues('about', of('about')).affiliation).toBe('An institute');
  });

  it('of an update become the cells that its rows name', () => {
    const { sections, notPlaced } = typed(
      ['Q3 / U1', 'agreement', 'Paris Call'],
      ['Q3 / U1.1', 'cell', POINT],
      ['Q3 / U1.1', 'value', '12 November 2018'],
      ['Q3 / U1.1', 'source', 'Its page'],
      ['Q3 / U1.2', 'cell', 'Supply chain'],
      ['Q3 / U1.2', 'value', 'Yes'],
    );
    expect(notPlaced).toEqual([]);
    expect(sections.map(({ step, entry }) => [step, entry?.kind])).toEqual([['proposals', 'update']]);
    expect(readValues('proposal', sections[0]?.data)).toMatchObject({
      kind: 'update',
      agreement: 'paris-call',
      cells: {
        launchDate: { value: '2018-11-12', source: 'Its page' },
        'supply-chain-integrity': { value: 'yes' },
      },
    });
  });

  it('of an update that say too little are left to a person, each with what is missing', () => {
    const reasons = (...texts: [string, string, string][]) => {
      const { sections, notPlaced } = typed(...texts);
      const cells = sections.flatMap(({ data }) => Object.keys(readValues('proposal', data).cells));
      return [cells, notPlaced.map(({ reason, text }) => [reason, text])];
    };
    const named: [string, string, string] = ['Q3 / U1', 'agreement', 'Paris Call'];
    expect(reasons(['Q3 / U1.1', 'cell', POINT], ['Q3 / U1.1', 'value', '2018'])).toEqual([
      [],
      [
        ['agreement_missing', POINT],
        ['agreement_missing', '2018'],
      ],
    ]);
    expect(reasons(named, ['Q3 / U1.1', 'cell', POINT])).toEqual([[], [['value_missing', POINT]]]);
    expect(reasons(named, ['Q3 / U1.1', 'value', '2018'])).toEqual([[], [['point_missing', '2018']]]);
    expect(reasons(named, ['Q3 / U1.1', 'cell', 'Supply chain'], ['Q3 / U1.1', 'value', 'Rather'])).toEqual([
      [],
      [['unknown_choice', 'Rather']],
    ]);
    expect(
      reasons(
        named,
        ...[1, 2].flatMap((row): [string, string, string][] => [
          [`Q3 / U1.${row}`, 'cell', POINT],
          [`Q3 / U1.${row}`, 'value', `201${row}`],
        ]),
      ),
    ).toEqual([
      ['launchDate'],
      [
        ['cell_proposed_twice', POINT],
        ['cell_proposed_twice', '2012'],
      ],
    ]);
  });
});

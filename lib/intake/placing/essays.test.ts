import { describe, expect, it } from 'vitest';
import { readFile } from '@/lib/intake/read-file';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { makeEml } from '@/prisma/factories/saved-mails';
import { makeWord, paragraph, run } from '@/prisma/factories/word-files';
import { placeAnswers } from './place-answers';
import type { PlacingInput } from './place-answers';

const QUESTIONS = [
  {
    key: 'signed',
    title: 'Which agreements for better cybersecurity has your organisation signed?',
    shortTitle: 'Agreements you have signed',
    help: 'Choose from the agreements that the forum covers and add any others.',
  },
  {
    key: 'projects',
    title: 'Which projects have you carried out in support of the norms that your organisation has joined?',
    shortTitle: 'Projects and programmes',
    help: '',
  },
  {
    key: 'gaps',
    title: 'Which cybersecurity issues does no agreement address that, in your view, one should?',
    shortTitle: 'Issues not yet addressed',
    help: '',
  },
].map((question, at) => ({ ...question, number: String(at + 1) }));

const placeOf = (step: string, path: string[], control: PlacedAt['control'] = { kind: 'text' }): PlacedAt => ({
  ...{ code: `${step} ${path.join('.')}`, tag: `${step}/${path.join('/')}`, bookmark: `b_${step}_${path.join('_')}` },
  ...{ step, path, control, label: path.join(' ') },
});
const input: PlacingInput = {
  identity: { call: '2020', questionnaire: 1, language: 'en' },
  places: [
    ...QUESTIONS.map(({ key }) => placeOf(key, ['text'])),
    ...['name', 'affiliation', 'email'].map((field) => placeOf('about', [field], { kind: 'line' })),
    placeOf('about', ['country'], { kind: 'one', options: [{ value: 'FR', label: 'France' }] }),
  ],
  questions: QUESTIONS,
  aboutTitle: 'About you',
  printed: [],
  placeholders: [],
};

async function placed(body: string, numbering?: string) {
  const read = await readFile({ name: 'a.docx', bytes: makeWord({ body, numbering }) }, ['docx']);
  if (!read.ok || read.file.kind !== 'document') throw new Error('not read');
  return result(read.file.document);
}
async function mailed(mail: Parameters<typeof makeEml>[0]) {
  const read = await readFile({ name: 'a.eml', bytes: makeEml(mail) }, ['eml']);
  if (!read.ok || read.file.kind !== 'mail') throw new Error('not read');
  return result(read.file.mail.body);
}
function result(document: Parameters<typeof placeAnswers>[0]) {
  const { answers, notPlaced } = placeAnswers(document, input);
  return {
    answers: answers.map(({ place, how, value }) => [place.tag, how, value]),
    notPlaced: notPlaced.map(({ text, reason }) => [reason, text]),
  };
}
const lines = (...texts: string[]) => texts.map((text) => paragraph(text)).join('');
const [signed = '', projects = '', gaps = ''] = QUESTIONS.map(({ title }) => title);

describe('a contribution under the questions of the call', () => {
  it('is placed, with what is before it and who wrote it', async () => {
    const body = lines(
      'Contribution of an institute',
      `1. ${signed.toUpperCase()}`,
      'Choose from the agreements that the forum covers and add any others.',
      'We have signed the Paris Call.',
      `“${projects}”`,
      'Two projects:',
      'the first,',
      `3) ${gaps.replace('in your view, ', '')} None that we know.`,
      'About you (if you are willing to say so)',
      'Name: Ada B',
      'Organisation – An institute',
      'E-mail (will not be published) ada@example.org',
      'Country: Atlantis',
      'Annex A',
      'A list',
    );
    expect(await placed(body)).toEqual({
      answers: [
        ['signed/text', 'similarity', 'We have signed the Paris Call.'],
        ['projects/text', 'similarity', 'Two projects:\n\nthe first,'],
        ['gaps/text', 'similarity', 'None that we know.'],
        ['about/name', 'similarity', 'Ada B'],
        ['about/affiliation', 'similarity', 'An institute'],
        ['about/email', 'similarity', 'ada@example.org'],
      ],
      notPlaced: [
        ['seems_a_question', 'Which cybersecurity issues does no agreement address that, one should?'],
        ['unknown_choice', 'Atlantis'],
        ['outside_of_places', 'Contribution of an institute'],
        ['outside_of_places', 'About you (if you are willing to say so)'],
        ['outside_of_places', 'Annex A\n\nA list'],
      ],
    });
  });

  it('under a question that is answered twice is left to a person', async () => {
    const result = await placed(lines(signed, 'One answer.', gaps, 'None.', signed, 'Another answer.'));
    expect(result).toEqual({
      answers: [['gaps/text', 'similarity', 'None.']],
      notPlaced: [
        ['place_twice', 'One answer.'],
        ['place_twice', 'Another answer.'],
      ],
    });
  });

  it('is not found in a list of contents before it', async () => {
    const result = await placed(lines(signed, projects, gaps, signed, 'One.', projects, 'Two.', gaps, 'Three.'));
    expect(result.answers.map(([, , value]) => value)).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('a contribution under numbers', () => {
  it('is placed where every number of the questionnaire is there once and in its order', async () => {
    const html =
      '<p>Dear forum,</p><ol><li>The Paris Call.</li><li><p>Two projects:</p><ul><li>a</li></ul></li><li>None.</li></ol>';
    expect(await mailed({ html })).toEqual({
      answers: [
        ['signed/text', 'order', 'The Paris Call.'],
        ['projects/text', 'order', 'Two projects:\n\n- a'],
        ['gaps/text', 'order', 'None.'],
      ],
      notPlaced: [['outside_of_places', 'Dear forum,']],
    });
  });

  it('takes lines that ask for the questions, in whatever words, and keeps them', async () => {
    const text =
      '1. What did you sign?\n\nThe Paris Call.\n\n2. And what did you do?\n\n3. What is missing?\n\nNothing.';
    expect(await mailed({ text })).toEqual({
      answers: [
        ['signed/text', 'order', 'The Paris Call.'],
        ['gaps/text', 'order', 'Nothing.'],
      ],
      notPlaced: [
        ['seems_a_question', 'What did you sign?'],
        ['seems_a_question', 'What is missing?'],
        ['outside_of_places', '2. And what did you do?'],
      ],
    });
  });

  it.each([
    ['with a number too many', '1. One\n2. Two\n3. Three\n2. Two again'],
    ['with a number too few', '1. One\n3. Three'],
    ['in another order', '2. Two\n1. One\n3. Three'],
  ])('is left to a person %s', async (_, text) => {
    expect((await mailed({ text })).answers).toEqual([]);
  });

  it('is placed where the lines name the question', async () => {
    const result = await mailed({
      text: 'Question 3: None.\n\nAnswer 1 – The Paris Call.\n\nAnd the Budapest Convention.',
    });
    expect(result).toEqual({
      answers: [
        ['gaps/text', 'order', 'None.'],
        ['signed/text', 'order', 'The Paris Call.\n\nAnd the Budapest Convention.'],
      ],
      notPlaced: [],
    });
  });
});

describe('an essay', () => {
  const heading = (text: string) => paragraph(text, { style: 'Heading2' });

  it('is placed under headings that say the same, each until the next heading', async () => {
    const body =
      heading('Agreements we have signed') +
      lines('The Paris Call.') +
      heading('Our history') +
      lines('Founded long ago.') +
      heading('Issues not addressed yet') +
      lines('Supply chains.');
    expect(await placed(body)).toEqual({
      answers: [
        ['signed/text', 'similarity', 'The Paris Call.'],
        ['gaps/text', 'similarity', 'Supply chains.'],
      ],
      notPlaced: [['outside_of_places', '### Our history\n\nFounded long ago.']],
    });
  });

  it('without any of them is left to a person whole, however long it is', async () => {
    const body = Array.from({ length: 3_000 }, (_, at) => paragraph(run(`Sentence ${at} on norms. `.repeat(12)))).join(
      '',
    );
    const { answers, notPlaced } = await placed(body);
    expect([answers, notPlaced.length]).toEqual([[], 1]);
    expect(notPlaced[0]?.[1]).toContain('Sentence 2999 on norms.');
  });
});

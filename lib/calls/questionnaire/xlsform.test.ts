import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { questionnaire } from '@/lib/calls/schema';
import { anyQuestionnaire } from '@/prisma/factories/questionnaires';
import { rounds } from '@/prisma/factories/thoroughness';
import { xlsFormFile, xlsFormOf } from './xlsform';

const CALL = { slug: '2020', title: 'Call for contributions 2020', version: 2 };
const content = questionnaire.parse({
  sections: [{ key: 'general', title: 'General', help: 'For all.' }],
  questions: [
    {
      key: 'has-policy',
      kind: 'yes-no',
      number: '1a',
      title: 'Do you have a policy?',
      shortTitle: 'Policy',
      required: true,
      section: 'general',
    },
    {
      key: 'how-far',
      kind: 'rating',
      title: 'How far is it carried out?',
      shortTitle: 'How far',
      example: 'Mostly',
      section: 'general',
      levels: [
        { key: 'part', label: 'In part' },
        { key: 'whole', label: 'As a whole' },
      ],
      askedIf: [{ question: 'has-policy', operator: 'is', value: 'yes' }],
    },
    {
      key: 'themes',
      kind: 'choices',
      title: 'Which themes?',
      shortTitle: 'Themes',
      options: [
        { key: 'norms', label: 'Norms' },
        { key: 'trust', label: 'Trust' },
      ],
      other: true,
      maxWords: 200,
    },
    {
      key: 'more',
      kind: 'text',
      title: 'What else?',
      shortTitle: 'More',
      askedIf: [
        { question: 'themes', operator: 'contains', value: 'norms' },
        { question: 'how-far', operator: 'is_not', value: 'part' },
        { question: 'has-policy', operator: 'answered' },
      ],
    },
  ],
  about: { title: 'About you', help: '' },
});

it('carries types, choices, labels, hints and conditions over', () => {
  const { survey, choices, settings } = xlsFormOf(content, CALL);
  expect(survey.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'begin_group section_general',
    'select_one has_policy has_policy',
    'text has_policy_words',
    'select_one how_far how_far',
    'text how_far_words',
    'end_group section_general',
    'select_multiple themes themes',
    'text themes_other',
    'text themes_words',
    'text more',
  ]);
  expect(survey[1]).toMatchObject({ label: '1a. Do you have a policy?', required: 'yes' });
  expect(survey[3]).toMatchObject({ hint: 'Example: Mostly', relevant: "${has_policy} = 'yes'" });
  expect(survey.at(-1)?.relevant).toBe(
    "selected(${themes}, 'norms') and (string-length(${how_far}) > 0 and not(${how_far} = 'part')) and string-length(${has_policy}) > 0",
  );
  expect(choices.filter(({ list_name }) => list_name === 'themes').map(({ name }) => name)).toEqual([
    'norms',
    'trust',
    'other',
  ]);
  expect(settings).toEqual([
    { form_title: CALL.title, form_id: 'call_2020', version: '2', default_language: 'English (en)' },
  ]);
});

it('lists what could not be carried over, in the file too', async () => {
  const form = xlsFormOf(content, CALL);
  expect(form.notCarriedOver).toEqual([
    { question: '3. Themes', what: 'the limit of 200 words' },
    { question: 'About you', what: 'the last step: who contributes, how they are named, and their consent' },
    { question: 'All', what: 'files that can be added to every answer' },
  ]);
  const sheets = await readExcelFile(Buffer.from(await xlsFormFile(form)));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['survey', 'choices', 'settings', 'not carried over']);
  expect(sheets[3]?.data[1]).toEqual(['3. Themes', 'the limit of 200 words']);
});

it('has names that survey tools accept, each once, and only references to them', () => {
  fc.assert(
    fc.property(anyQuestionnaire, (any) => {
      const { survey, choices } = xlsFormOf(any, CALL);
      const names = survey.filter(({ type }) => !type.startsWith('end_')).map(({ name }) => name);
      expect(names.filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      const used = survey.flatMap(({ relevant = '' }) =>
        [...relevant.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(used.filter((name) => name === undefined || !names.includes(name))).toEqual([]);
      const lists = survey.flatMap(({ type }) => /^select_\w+ (.+)$/.exec(type)?.[1] ?? []);
      expect(lists.filter((list) => !choices.some(({ list_name }) => list_name === list))).toEqual([]);
    }),
    { numRuns: rounds(30, 400) },
  );
});

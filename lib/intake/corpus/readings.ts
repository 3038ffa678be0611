import type { PlacingInput } from '@/lib/intake/placing/place-answers';
import fs from 'node:fs';
import { z } from 'zod';
import { makeQuestion } from '@/prisma/factories/questions';
import { formOf2020, titleOf, todayOf } from './form-of-2020';
import type { CorpusFile } from './corpus-file';

type Questions = Parameters<NonNullable<NonNullable<Parameters<typeof formOf2020>[0]>['changed']>>[0];

/** The next version of the questionnaire: one question is new and first, one is gone, one has other words. */
const changedQuestions = (questions: Questions): Questions => [
  { ...makeQuestion('text'), key: 'context', title: 'What does your organisation do?', shortTitle: 'What you do' },
  ...questions
    .filter(({ key }) => key !== 'comments')
    .map((one) => (one.key === 'gaps' ? { ...one, title: 'Which issues do you miss in the agreements?' } : one)),
];

export const form2020 = formOf2020();
export const formAfter = formOf2020({ version: 2, changed: changedQuestions });
export const formOf2021 = formOf2020({ call: '2021', version: 4, changed: (questions) => questions.slice(1) });

/** A draft with updates of two agreements, as `filled-by-others` has one. */
const draftForm = formOf2020({
  shape: {
    agreements: {
      entries: ['manrs', 'paris-call'].map((slug, at) => ({
        ...{ kind: 'update' as const, number: at + 1, position: at + 1, title: titleOf(slug), rows: [] },
        today: todayOf(slug),
      })),
    },
  },
});

/** What the forms say by themselves today; kept with the files, because the site changes its words. */
export const printedNow = (): string[] => [
  ...new Set([form2020, formAfter, formOf2021].flatMap(({ input }) => input.printed)),
];

const printedThen = z
  .array(z.string())
  .parse(JSON.parse(fs.readFileSync('lib/intake/corpus/files/printed.json', 'utf8')));

const printed = [...printedNow(), ...printedThen];

/** The questionnaires that files are read for. `after`: a file of version 1 for version 2. `before`: the other way. */
export const READINGS: Record<CorpusFile['reading'], PlacingInput> = {
  '2020': { ...form2020.input, printed },
  after: { ...formAfter.input, placesThen: form2020.input.places, printed },
  draft: draftForm.input,
  before: { ...form2020.input, placesThen: formAfter.input.places, printed },
};

import { expect, it } from 'vitest';
import { wordFile } from '@/lib/contributions/documents/word/file';
import type { AnswerPlace } from '@/lib/questions/answer-place';
import { placeAnswers } from './placing/place-answers';
import { readFile } from './read-file';

const place: AnswerPlace = {
  ...{ code: 'Q1', tag: 'bpf:q/text', bookmark: 'bpf_q', step: 'q', path: ['text'], label: 'Your answer' },
  control: { kind: 'text' },
};

/** An answer of a draft as it comes back from its Word file, which nobody has changed. */
async function returned(text: string) {
  const file = await wordFile({
    ...{ locale: 'en', site: 'Site', title: 'Title', fileName: 'a', facts: [], preface: [] },
    sections: [{ id: 'q', title: 'A question', blocks: [{ kind: 'room', label: place.label, lines: 3, place, text }] }],
  });
  const read = await readFile({ name: 'a.docx', bytes: Buffer.from(file) }, ['docx']);
  if (!read.ok || read.file.kind !== 'document') throw new Error('not read');
  const { answers } = placeAnswers(read.file.document, {
    ...{ identity: { call: '2020', questionnaire: 1, language: 'en' }, places: [place], aboutTitle: 'About you' },
    ...{ questions: [], printed: ['Site', 'Title', 'A question', 'Q1 Your answer'], placeholders: [] },
  });
  return answers.map(({ value }) => value);
}

it.each([
  ['paragraphs and lines', 'One\n\nTwo\nlines\n\nThree'],
  ['emphasis', 'A **bold word**, an *italic one*, 3 * 4 * 5 and snake_case'],
  ['a list', 'Points:\n\n- one\n- two'],
  ['numbers', '1. one\n2. two'],
  ['numbers that begin elsewhere', '3. three\n4. four'],
  ['links', 'See [the text](https://example.org/a) and https://example.org/b, please'],
  ['a quotation', '> They said so'],
  ['a heading', '### Our view\n\nText'],
  ['signs of XML', '<b> & "quotes" ‘and’ R&D'],
  ['other scripts', 'سلام\n\n你好 **世界**'],
])('an answer with %s comes back as it was', async (_, text) => {
  expect(await returned(text)).toEqual([text]);
});

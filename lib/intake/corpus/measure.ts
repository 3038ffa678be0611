import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { IntakeDocument } from '@/lib/intake/document';
import { FORMATS } from '@/lib/intake/open-file';
import { placeAnswers } from '@/lib/intake/placing/place-answers';
import type { PlacedAnswer, Placing } from '@/lib/intake/placing/place-answers';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import { readFile } from '@/lib/intake/read-file';
import type { IntakeFile } from '@/lib/intake/read-file';
import type { IntakeMail } from '@/lib/intake/mail/read-mail';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { corpusFile } from './corpus-file';
import type { Expected, Meaning } from './corpus-file';
import { READINGS } from './readings';

/** The files of a folder with what was written in them. */
export const corpusIn = (folder: string): { file: Expected; bytes: Buffer }[] =>
  z
    .array(corpusFile)
    .parse(JSON.parse(fs.readFileSync(path.join(folder, 'answers.json'), 'utf8')))
    .map(({ answers, ...file }) => ({
      file: {
        ...file,
        ...{ isExact: true, optional: [], never: [] },
        meanings: Object.entries(answers).map(([tag, value]) => [{ tag, value }]),
      },
      bytes: fs.readFileSync(path.join(folder, file.name)),
    }));

export type Measured = {
  written: number;
  placed: number;
  notPlaced: number;
  /** An answer at a place where it was not written, or changed. */ wrong: string[];
  /** What was written and is neither an answer nor said to have no place. */ lost: string[];
  /** What is listed although no person has written it. */ idle: string[];
  warnings: string[];
  pictures: number;
  refused?: string;
};

const NOTHING: Measured = {
  written: 0,
  placed: 0,
  notPlaced: 0,
  wrong: [],
  lost: [],
  idle: [],
  warnings: [],
  pictures: 0,
};

/** Reads a file of the corpus and compares it with what was written in it. */
export async function measure({ file, bytes }: { file: Expected; bytes: Buffer }): Promise<Measured> {
  const read = await readFile({ name: file.name, bytes }, FORMATS);
  const written = file.meanings.length;
  if (!read.ok) return { ...NOTHING, written, notPlaced: written, refused: read.reason };
  const { places } = READINGS[file.reading];
  const placings = documentsOf(read.file).map((document) => placeAnswers(document, READINGS[file.reading]));
  const answers = placings.flatMap((placing) => placing.answers);
  const missing = file.meanings.filter((meaning) => !answers.some((one) => says(one, meaning, file, places)));
  const said = ` ${foldText(placings.flatMap(textsOf).join(' '))} `;
  return {
    written,
    placed: written - missing.length,
    notPlaced: missing.length,
    wrong: answers
      .filter((one) => isWrong(one, file, places))
      .map(({ place, value, how }) => `${place.tag} by ${how}: ${JSON.stringify(value)}`),
    lost: [...missing.flatMap((meaning) => textsIn(places, meaning)), ...file.aside].filter(
      (text) => !said.includes(` ${foldText(text)} `),
    ),
    idle: placings
      .flatMap(({ notPlaced }) => notPlaced)
      .filter(({ text }) => !isWritten(text, file))
      .map(({ text }) => text),
    warnings: placings.flatMap(({ warnings }) => warnings.map(({ kind }) => kind)),
    pictures: placings.flatMap(({ pictures }) => pictures).length,
  };
}

type Answer = Pick<PlacedAnswer, 'place' | 'value'>;

/** Whether an answer is what is meant, at a place where it may stand. */
const says = (answer: Answer, meaning: Meaning, file: Expected, places: readonly PlacedAt[]): boolean =>
  meaning.some(
    ({ tag, value }) =>
      (answer.place.tag === tag && isSame(answer.value, value, file)) ||
      (!file.isExact && saysInWords(answer, { tag, value }, places)),
  );

/** Whether the free text of the same question says it: without the form, people write no tables. */
function saysInWords({ place, value }: Answer, { tag, value: meant }: Meaning[number], places: readonly PlacedAt[]) {
  const asked = places.find((one) => one.tag === tag);
  const words = asked?.control.kind === 'tick' ? asked.label : String(meant);
  return (
    place.path.join() === 'text' &&
    asked?.step === place.step &&
    foldText(words) !== '' &&
    ` ${foldText(String(value))} `.includes(` ${foldText(words)} `)
  );
}

function isSame(one: PlacedValue, other: PlacedValue, { isExact }: Expected): boolean {
  if (isExact || typeof one !== 'string' || typeof other !== 'string')
    return JSON.stringify(one) === JSON.stringify(other);
  return foldText(one) === foldText(other);
}

function isWrong(answer: Answer, file: Expected, places: readonly PlacedAt[]): boolean {
  if (file.optional.some((one) => says(answer, [one], { ...file, isExact: true }, places))) return false;
  const forbidden = file.never.some((text) => foldText(String(answer.value)).includes(foldText(text)));
  return forbidden || !file.meanings.some((meaning) => says(answer, meaning, file, places));
}

/** The words by which an answer that was not placed is found again; a box that was ticked has none. */
function textsIn(places: readonly PlacedAt[], meaning: Meaning): string[] {
  const [first] = meaning;
  const control = places.find((place) => place.tag === first?.tag)?.control;
  if (typeof first?.value !== 'string' || control?.kind === 'one' || control?.kind === 'date') return [];
  return first.value.split('\n').filter((part) => foldText(part) !== '');
}

/** Whether a text, or a part of it, is one that was written. Boxes and choices have no words of their own. */
function isWritten(text: string, { meanings, aside, never }: Expected): boolean {
  const folded = foldText(text);
  if (folded === '') return true;
  return [...meanings.flat().map(({ value }) => value), ...aside, ...never]
    .map(String)
    .map(foldText)
    .some((one) => one !== '' && (one.includes(folded) || folded.includes(one)));
}

/** Of a mail its own text, those of the mails in it, and the documents that are attached. */
const documentsOf = (file: IntakeFile): IntakeDocument[] =>
  file.kind === 'document'
    ? [file.document]
    : [...bodiesOf(file.mail), ...file.attached.flatMap(({ document }) => document ?? [])];
const bodiesOf = ({ body, messages }: IntakeMail): IntakeDocument[] => [body, ...messages.flatMap(bodiesOf)];

const textsOf = ({ answers, notPlaced }: Placing): string[] => [
  ...answers.map(({ text }) => text),
  ...notPlaced.map(({ text }) => text),
];

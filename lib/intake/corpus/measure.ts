import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { IntakeDocument } from '@/lib/intake/document';
import { FORMATS } from '@/lib/intake/open-file';
import { placeAnswers } from '@/lib/intake/placing/place-answers';
import type { Placing } from '@/lib/intake/placing/place-answers';
import type { PlacedValue } from '@/lib/intake/placing/read-value';
import { readFile } from '@/lib/intake/read-file';
import type { IntakeFile } from '@/lib/intake/read-file';
import type { IntakeMail } from '@/lib/intake/mail/read-mail';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { corpusFile } from './corpus-file';
import type { CorpusFile } from './corpus-file';
import { READINGS } from './readings';

/** The files of a folder with what was written in them. */
export const corpusIn = (folder: string): { file: CorpusFile; bytes: Buffer }[] =>
  z
    .array(corpusFile)
    .parse(JSON.parse(fs.readFileSync(path.join(folder, 'answers.json'), 'utf8')))
    .map((file) => ({ file, bytes: fs.readFileSync(path.join(folder, file.name)) }));

export type Measured = {
  written: number;
  placed: number;
  notPlaced: number;
  /** An answer at a place where it was not written, or changed. */ wrong: string[];
  /** What was written and is neither an answer nor said to have no place. */ lost: string[];
  /** What is listed for a person although nobody has written it. */ idle: string[];
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
export async function measure({ file, bytes }: { file: CorpusFile; bytes: Buffer }): Promise<Measured> {
  const read = await readFile({ name: file.name, bytes }, FORMATS);
  const written = Object.keys(file.answers).length;
  if (!read.ok) return { ...NOTHING, written, notPlaced: written, refused: read.reason };
  const input = READINGS[file.reading];
  const placings = documentsOf(read.file).map((document) => placeAnswers(document, input));
  const answers = placings.flatMap((placing) => placing.answers);
  const right = new Set(answers.filter((one) => isRight(one, file)).map(({ place }) => place.tag));
  const said = ` ${foldText(placings.flatMap(textsOf).join(' '))} `;
  const isSaid = (text: string) => said.includes(` ${foldText(text)} `);
  const missing = Object.entries(file.answers).filter(([tag]) => !right.has(tag));
  return {
    written,
    placed: right.size,
    notPlaced: missing.length,
    wrong: answers
      .filter((one) => !isRight(one, file))
      .map(({ place, value, how }) => `${place.tag} by ${how}: ${JSON.stringify(value)}`),
    lost: [...missing.flatMap(([tag, value]) => textsIn(input.places, tag, value)), ...file.aside].filter(
      (text) => !isSaid(text),
    ),
    idle: placings
      .flatMap(({ notPlaced }) => notPlaced)
      .filter(({ text }) => !isWritten(text, file))
      .map(({ text }) => text),
    warnings: placings.flatMap(({ warnings }) => warnings.map(({ kind }) => kind)),
    pictures: placings.flatMap(({ pictures }) => pictures).length,
  };
}

const isRight = ({ place, value }: { place: PlacedAt; value: PlacedValue }, { answers }: CorpusFile): boolean =>
  JSON.stringify(answers[place.tag]) === JSON.stringify(value);

/** Whether a text, or a part of it, is one that was written. Boxes and choices have no words of their own. */
function isWritten(text: string, { answers, aside }: CorpusFile): boolean {
  const folded = foldText(text);
  if (folded === '') return true;
  return [...Object.values(answers), ...aside]
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

/** The words by which an answer that was not placed is found again; a box that was ticked has none. */
function textsIn(places: readonly PlacedAt[], tag: string, value: PlacedValue): string[] {
  const control = places.find((place) => place.tag === tag)?.control;
  if (typeof value !== 'string' || control?.kind === 'one' || control?.kind === 'date') return [];
  return value.split('\n\n').filter((part) => foldText(part) !== '');
}

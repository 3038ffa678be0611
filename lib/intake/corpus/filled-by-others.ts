import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { plainCode } from '@/lib/intake/placing/table-layout';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import type { Expected, Meaning } from './corpus-file';
import { READINGS } from './readings';

/** What the folder says of each of its files: filled-by-others/make/make.py explains it. */
const meant = z.object({
  question: z.string(),
  field: z.string(),
  meant: z.string(),
  row: z.string().optional(),
  agreement: z.string().optional(),
});
const filledFile = z.object({
  file: z.string(),
  person: z.string(),
  answers: z.array(meant.extend({ also: z.array(meant).default([]) })),
  unclear: z.array(z.object({ text: z.string() })),
  notAnswers: z.array(z.object({ text: z.string() })),
});
type Meant = z.infer<typeof meant>;

const UPDATES_OF_A_DRAFT = '13-operators-propose-updates.docx';
/** What the remarks of the folder name and what is none of the file's text. */
const NO_TEXT = ['a picture', '24 hours / two working days', 'programmes@foundation.example.org'];
/** The draft has it already when the form is handed out. */
const BEGUN = [{ tag: 'bpf:about/language', value: 'en' }];

/** The files filled in by a person who has not seen the reader, in the terms of this corpus. */
export function filledByOthers(folder: string): { file: Expected; bytes: Buffer }[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => {
    const { file, person, answers, unclear, notAnswers } = filledFile.parse(
      JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')),
    );
    const reading = file === UPDATES_OF_A_DRAFT ? 'draft' : '2020';
    const { places } = READINGS[reading];
    const printed = new Set(READINGS[reading].printed.map(foldText));
    const said = answers.filter((one) => one.meant !== '');
    return {
      file: {
        ...{ name: file, about: person, reading, isExact: false, pictures: 0, warnings: [] },
        meanings: said.map((one) => [one, ...one.also].flatMap((each) => meaningOf(each, places))),
        optional: [
          ...answers
            .filter((one) => one.meant === '')
            .flatMap(({ also }) => also.flatMap((one) => meaningOf(one, places))),
          ...answers.flatMap((one) => pointOf(one, places)),
          ...(reading === 'draft' ? BEGUN : []),
        ],
        aside: [
          ...unclear.map(({ text }) => text).filter((text) => !NO_TEXT.includes(text) && !printed.has(foldText(text))),
          ...said.filter((one) => inRow(one, places).length === 0).flatMap((one) => one.meant.split('\n')),
        ],
        never: notAnswers.map(({ text }) => text).filter((text) => !NO_TEXT.includes(text)),
      },
      bytes: fs.readFileSync(path.join(folder, file)),
    };
  });
}

const inRow = ({ question }: Meant, places: readonly PlacedAt[]): PlacedAt[] =>
  places.filter(({ code }) => plainCode(code) === plainCode(question));

/** Nothing where the form has no such place: the person has added a row. */
function meaningOf(said: Meant, places: readonly PlacedAt[]): Meaning {
  const place = inRow(said, places).find((one) => FIELDS[said.field]?.(one));
  return place ? [{ tag: place.tag, value: valueOf(place, said.meant) }] : [];
}

/** The columns of the form by the names that the folder has for them. */
const FIELDS: Record<string, (place: PlacedAt) => boolean> = {
  signed: ({ control }) => control.kind === 'tick',
  published: ({ control }) => control.kind === 'tick',
  note: ({ path: names }) => names.includes('notes') || names.at(-1) === 'note',
  source: ({ path: names }) => names.at(-1) === 'source',
  agreement: ({ path: names }) => names.at(-1) === 'name',
  value: ({ path: names, step }) =>
    !['note', 'source', 'cell'].includes(names.at(-1) ?? '') && !(step === 'about' && names[0] === 'show'),
};

/** The point that a row of an update changes is chosen in the same row. */
function pointOf(said: Meant, places: readonly PlacedAt[]): Meaning {
  const place = said.row === undefined ? undefined : inRow(said, places).find((one) => one.path.at(-1) === 'cell');
  return place && said.row !== undefined ? [{ tag: place.tag, value: valueOf(place, said.row) }] : [];
}

function valueOf({ control }: PlacedAt, text: string): Meaning[number]['value'] {
  const named = (one: string) => (option: { value: string; label: string; code?: string }) =>
    [option.label, option.value, option.code ?? ''].some((name) => foldText(name) === foldText(one));
  if (control.kind === 'tick') return text === 'yes';
  if (control.kind === 'one') return control.options.find(named(text))?.value ?? text;
  if (control.kind === 'several')
    return text.split(/[,;，、\n]/).map((one) => control.options.find(named(one))?.value ?? one);
  return text;
}

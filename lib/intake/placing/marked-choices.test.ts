import { describe, expect, it } from 'vitest';
import { DocumentBuilder } from '@/lib/intake/document';
import type { Mark } from '@/lib/intake/document';
import { readFile } from '@/lib/intake/read-file';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { makeWord, paragraph, run, table } from '@/prisma/factories/word-files';
import { findMarkedChoices } from './marked-choices';

const LABELS = ['Government', 'Civil society', 'Private sector'];
const base = { code: 'Q1', tag: 't', bookmark: 'b', step: 'space', label: '', column: 2 };
const ticks = LABELS.map((label): PlacedAt => ({
  ...{ ...base, label, tag: `tick ${label}`, path: ['choices'], option: label.toLowerCase() },
  control: { kind: 'tick' },
}));
const options = LABELS.map((label) => ({ value: label.toLowerCase(), label }));
const one: PlacedAt = { ...base, tag: 'one', path: ['choice'], control: { kind: 'one', options } };

type Look = { marks?: Mark[]; bold?: boolean };

/** The labels as they are printed, each in a paragraph, with a look of its own. */
function found(
  places: readonly PlacedAt[],
  looks: readonly (Look | undefined)[],
  { taken = '', lines = LABELS }: { taken?: string; lines?: readonly string[] } = {},
) {
  const builder = new DocumentBuilder();
  lines.forEach((label, at) => {
    builder.beginParagraph({ style: '', heading: null, list: null });
    builder.addText('– ');
    builder.addText(label, looks[at]);
    builder.endParagraph();
  });
  const document = builder.finish();
  const sections = [{ step: 'space', from: 0, to: document.runs.length }];
  return findMarkedChoices(document, places, { sections, isTaken: ({ tag }) => tag === taken }).map(
    ({ place, how, value }) => [place.tag, how, value],
  );
}

const bold: Look = { bold: true };
const red: Look = { marks: ['colour'] };
const underlined: Look = { marks: ['underline'] };

describe('a choice that is marked by its look', () => {
  it.each([
    ['bold', bold],
    ['coloured', red],
    ['underlined', underlined],
    ['all of that', { bold: true, marks: ['colour', 'underline'] as Mark[] }],
  ])('is a guess: %s', (_, look) => {
    expect(found([one], [undefined, look])).toEqual([['one', 'look', 'civil society']]);
    expect(found(ticks, [undefined, look])).toEqual([['tick Civil society', 'look', true]]);
  });

  it('may be one of several that are, where several can be chosen', () => {
    expect(found(ticks, [bold, undefined, bold])).toEqual([
      ['tick Government', 'look', true],
      ['tick Private sector', 'look', true],
    ]);
    expect(found([one], [bold, undefined, bold])).toEqual([]);
  });

  it.each([
    ['all are marked', [bold, bold, bold], {}],
    ['none is', [], {}],
    ['one is bold and another red', [bold, red], {}],
    ['a label is gone', [bold], { lines: LABELS.slice(0, 2) }],
    ['a label is there twice', [bold], { lines: [...LABELS, 'Government'] }],
  ] as const)('is none where %s', (_, looks, more) => {
    expect(found([...ticks, one], looks, more)).toEqual([]);
  });

  it('is none where several places offer the same', () => {
    expect(found([one, { ...one, tag: 'next row' }], [bold])).toEqual([]);
  });

  it('is none where a box is ticked, or something is written', () => {
    expect(found(ticks, [bold], { taken: 'tick Civil society' })).toEqual([]);
    expect(found([one], [bold], { taken: 'one' })).toEqual([]);
  });
});

it('a look is read in Word files as a person gives it: bold, underlined, in a colour or on one', async () => {
  const looks = ['<w:b/>', '<w:u w:val="single"/>', '<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>'];
  const plain = ['', '<w:u w:val="none"/>', '<w:color w:val="auto"/>', '<w:shd w:val="clear" w:fill="FFFFFF"/>'];
  const body = table([paragraph([...looks, ...plain].map((look, at) => run(`${at}`, look)).join(''))]);
  const read = await readFile({ name: 'a.docx', bytes: makeWord({ body }) }, ['docx']);
  if (!read.ok || read.file.kind !== 'document') throw new Error('not read');
  expect(read.file.document.runs.map(({ bold: isBold, marks }) => (isBold ? 'bold' : marks?.join(' ')))).toEqual([
    ...['bold', 'underline', 'colour', 'colour'],
    ...[undefined, undefined, undefined, undefined],
  ]);
});

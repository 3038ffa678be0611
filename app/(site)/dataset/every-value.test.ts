import fc from 'fast-check';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import type { ComponentProps, FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { valueInWords as deskWords } from '@/app/desk/contributions/[reference]/cells/cell-text';
import { valueInWords as mailValue } from '@/emails/_parts/value-words';
import { mailWords } from '@/emails/_parts/words';
import { CELL_FACTS, FACTS, isFactKey, isRowField } from '@/lib/agreements/facts/registry';
import type { FactKind, FactValue, RecordPart } from '@/lib/agreements/facts/fact';
import { parseCellValue, readStoredValue } from '@/lib/agreements/schema';
import type { CellContent } from '@/lib/agreements/schema';
import { cellPieces } from '@/lib/contributions/documents/cell-words';
import { wordsIn } from '@/lib/platform/i18n/words';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import { downloadedDataset } from '@/lib/publication/import/schema';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { readChange } from '@/lib/publication/past/change';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';
import { isSameJson } from '@/lib/platform/json';
import { withNames } from '@/lib/notifications/mail-references';
import { CellValue } from './cell-value';
import { rounds } from '@/prisma/factories/thoroughness';

// Nothing of the keys is in the names.
const [AGREEMENT, CRITERION] = ['key-of-agreement', 'key-of-criterion'];
const NAMES = { agreements: { [AGREEMENT]: 'Harbour Accord' }, criteria: { [CRITERION]: 'Öffentlichkeit' } };
const MAIL_NAMES = {
  agreement: new Map(Object.entries(NAMES.agreements)),
  criterion: new Map(Object.entries(NAMES.criteria)),
};
const ON_PAPER = { words: wordsIn('en'), locale: 'en', names: NAMES } as const;

const words = fc
  .array(
    fc.constantFrom(
      'Geneva',
      '28',
      'states',
      '北京',
      'é',
      '<b>',
      '&',
      '"',
      '=1',
      "'",
      '–',
      'no signatories: 28 commissioners',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const date = fc.constantFrom('2018', '2018-02', '2018-04-17');
const link = fc.constantFrom('https://www.example.org/x', 'www.example.org/list?a=1&b=2', 'https://пример.рф/');
const signatories = fc.record(
  { count: fc.nat(1_000_000), unit: words, asOf: date, list: fc.array(words, { maxLength: 4 }), link },
  { requiredKeys: [] },
);
const kinds: { [Kind in FactKind]: (value: Extract<FactValue, { kind: Kind }>) => fc.Arbitrary<unknown> } = {
  line: () => words,
  text: () => words,
  date: () => date,
  choice: ({ choices }) => fc.constantFrom(...choices),
  link: () => link,
  list: () => fc.array(words, { minLength: 1, maxLength: 4 }),
  parties: () =>
    fc.oneof(signatories, fc.record({ unit: fc.constantFrom('', ' ', '\u3164') }), fc.constant({ list: [] })),
  record: ({ parts }) =>
    fc.record(Object.fromEntries(Object.entries(parts).map(([part, definition]) => [part, partOf(definition)])), {
      requiredKeys: Object.keys(parts).filter((part) => parts[part]?.needed),
    }),
};
function partOf(part: RecordPart): fc.Arbitrary<unknown> {
  const byKind: Record<Exclude<RecordPart['kind'], 'choice'>, fc.Arbitrary<unknown>> = {
    line: words,
    text: words,
    date,
    link,
    number: fc.nat(1_000_000),
    agreement: fc.constant(AGREEMENT),
    criterion: fc.constant(CRITERION),
    language: fc.constant('fr'),
  };
  return part.kind === 'choice' ? fc.constantFrom(...part.choices) : byKind[part.kind];
}
/** The parts of a record that are shown as they are: no choice, no date, no language. */
const toldAsIs = (value: unknown, parts: Record<string, RecordPart>) =>
  Object.entries(value ?? {})
    .filter(([part]) => ['line', 'text', 'number', 'link'].includes(parts[part]?.kind ?? ''))
    .map(([, one]) => one as unknown);
/** The names of what a value refers to. */
const namesTold = (value: unknown) => [
  ...(JSON.stringify(value).includes(AGREEMENT) ? ['Harbour Accord'] : []),
  ...(JSON.stringify(value).includes(CRITERION) ? ['Öffentlichkeit'] : []),
];
const valuesOf = <Kind extends FactKind>(kind: Kind, value: FactValue) =>
  kinds[kind](value as Extract<FactValue, { kind: Kind }>); // of this kind

const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
// Its children come as a further argument, which its type does not foresee.
const Words = NextIntlClientProvider as FunctionComponent<
  Omit<ComponentProps<typeof NextIntlClientProvider>, 'children'>
>;
const page = (cell: string, value: unknown, note: string | null = null) =>
  text(
    renderToStaticMarkup(
      createElement(
        Words,
        { locale: 'en', messages: catalogues.en, timeZone: 'UTC' },
        createElement(CellValue, { cell, value, note, names: NAMES }),
      ),
    ),
  );
const cellOf = (value: CellContent['value']): PublicCell => ({
  value,
  note: null,
  source: 'S',
  asOf: null,
  decidedAt: '2026-01-01T00:00:00.000Z',
  contribution: null,
  contributions: [],
  version: 1,
});
const agreementWith = (cell: string, value: CellContent['value']): PublicAgreement => {
  const held = { name: cellOf('A name'), shortName: cellOf('Name'), [cell]: cellOf(value) };
  return {
    slug: 'one',
    name: 'A name',
    shortName: 'Name',
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    facts: held,
    assessments: {},
  } as PublicAgreement; // as much of it as the tables read
};

/** Each output that shows a value, as plain text. */
function shownBy(cell: string, value: CellContent['value']): Record<string, string> {
  const agreements = [agreementWith(cell, value)];
  const past = readChange({ cell, before: null, after: { value, note: null, source: null } } as Parameters<
    typeof readChange
  >[0]);
  return {
    'page, comparison, history, desk': page(cell, value),
    history: page(cell, past.after?.value),
    'desk, in words': deskWords(cell, value, NAMES),
    mail: mailValue({ key: cell, criterion: null }, withNames(value, MAIL_NAMES), mailWords('en')),
    'Word, feed': cellPieces(cell, { value, note: null, source: null }, ON_PAPER)
      .map((piece) => piece.text)
      .join(' '),
    'cells.csv': tableCsv(TABLES.cells({ agreements, criterionSets: [] }), { bom: false }),
    'agreements.csv': tableCsv(TABLES.agreements({ agreements, criterionSets: [], names: NAMES }), { bom: false }),
  };
}

/** What each output must contain: every word of a text, the number, the link. */
const plain = (shown: string) => shown.replace(/[^\p{L}\p{N}]+/gu, ' ');
function tellingParts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(tellingParts);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, part]) =>
      name === 'asOf' ? [String(part).slice(0, 4)] : name === 'list' ? [] : tellingParts(part),
    );
  return typeof value === 'number' ? [String(value)] : plain(String(value)).trim().split(' ').filter(Boolean);
}

describe('every value that can be typed is shown by every page, file and mail', () => {
  it.each(CELL_FACTS)('%s', (field) => {
    const cell = isRowField(field) ? `${field}:one` : field;
    const fact = FACTS[field].value;
    fc.assert(
      fc.property(valuesOf(fact.kind, fact), (typed) => {
        const parsed = parseCellValue(cell, typed);
        if (!parsed.success) return;
        const value = parsed.data as CellContent['value']; // JSON, as its schema has it
        expect(readStoredValue(cell, value)).toEqual({ success: true, data: value });
        const { kind } = fact;
        const told = fact.kind === 'record' ? toldAsIs(value, fact.parts) : value;
        const parts = kind === 'choice' ? [] : kind === 'date' ? [String(value).slice(0, 4)] : tellingParts(told);
        for (const [place, shown] of Object.entries(shownBy(cell, value))) {
          const read = plain(shown.replace(/(?<=\d),(?=\d{3})/g, ''));
          expect({ place, shown: read, blank: shown.trim() === '' }).toMatchObject({ blank: false });
          if (place !== 'cells.csv')
            expect({ place, read }).toEqual({ place, read: expect.not.stringContaining('key of') });
          for (const part of place === 'cells.csv' ? parts : [...parts, ...namesTold(value)])
            expect({ place, read: read.replaceAll(' ', '') }).toEqual({
              place,
              read: expect.stringContaining(part.replaceAll(' ', '')),
            });
        }
      }),
      { numRuns: rounds(30, 1_000) },
    );
  });

  it('an empty part is not a value: blank input is refused', () => {
    for (const nothing of [{}, { unit: '' }, { unit: '\u3164' }, { list: [] }, { unit: '', list: [], link: ' ' }])
      expect(parseCellValue('signatories', nothing).success).toBe(false);
    expect(parseCellValue('signatories', { unit: '', count: 3, list: [] })).toMatchObject({
      success: true,
      data: { count: 3 },
    });
  });
});

describe('a value that no schema takes', () => {
  it('is shown on page and paper as it was typed', () => {
    const value = { count: '1.2OO', unit: 'states' } as unknown as CellContent['value']; // as a draft holds it
    expect(page('signatories', value)).toBe(' 1.2OO; states ');
    expect(cellPieces('signatories', { value, note: null, source: null }, ON_PAPER)).toEqual([
      { text: '1.2OO; states' },
    ]);
  });
});

describe('a stored value that today’s schema would refuse', () => {
  const STORED: [string, CellContent['value']][] = [
    ['maintainer', 'Institute\u202E of \u200Bsomewhere'],
    ['name', '\u3164'],
    ['shortName', '\u200B'],
    ['summary', 'soft\u00ADhyphen \u2066isolated\u2069'],
    ['stakeholders', '\u{E0041}'],
    ['link', 'https:///x'],
    ['link', 'https://example'],
    ['link', 'http://localhost/x'],
    ['link', 'https://example.org/a b.pdf'],
    ['link', 'https://example.org\\evil'],
    ['link', 'https://user:pw@example.org/'],
    ['signatories', { unit: '\u2060', list: ['\u3164'] }],
    ['signatories', { link: 'https://example' }],
    ['uniqueElements', ['\u200B', 'one']],
  ];

  it.each(STORED)('%s: %j is read by pages, history, files and imports', (cell, value) => {
    const typed = parseCellValue(cell, value);
    expect(typed.success && isSameJson(typed.data, value)).toBe(false);
    expect(readStoredValue(cell, value)).toEqual({ success: true, data: value });
    for (const shown of Object.values(shownBy(cell, value))) expect(typeof shown).toBe('string');
    expect(page(cell, value)).not.toContain('{');
    const agreement = {
      ...agreementWith(cell, value),
      ...(isFactKey(cell) && (cell === 'name' || cell === 'shortName') ? { [cell]: value } : {}),
    };
    expect(downloadedDataset.safeParse({ data: [agreement] }).error?.issues ?? []).toEqual([]);
  });
});

describe('a fact without a value', () => {
  const cleared = { value: null, note: 'it was **never** [signed](https://example.org/).', source: 'Its statutes' };
  const sentence = 'None, because it was never signed.';

  it('is shown with its reason on pages, on paper and in mails', () => {
    const shown = page('signatories', null, cleared.note);
    expect(shown.replaceAll(/\s+/g, ' ').replaceAll(' .', '.').trim()).toBe(sentence);
    const paper = cellPieces('signatories', cleared, ON_PAPER).map(({ text }) => text);
    expect(paper).toEqual([`None, because ${cleared.note}`, expect.stringContaining('Its statutes')]);
    expect(mailValue({ key: 'signatories', criterion: null }, null, mailWords('en'), 'it ended.')).toBe(
      'None, because it ended.',
    );
  });
});

import { expect, it } from 'vitest';
import { paragraph, pdfDocument } from '@/prisma/factories/pdf-documents';
import { readPdf } from '@/prisma/factories/poppler';
import type { PdfBlock } from './document';
import { pdfFile } from './pdf-file';

const made = async (...asked: Parameters<typeof pdfDocument>) =>
  readPdf(await pdfFile(pdfDocument(...asked), new Date('2020-10-01T12:00:00Z')));

/** Source of Typst, and signs of its markup, that would run or vanish if they were read as such. */
const HOSTILE = [
  '#read("/etc/passwd")',
  '#eval("1+1")',
  '#panic("no")',
  '$x^2$ @label <label> *bold* _slanted_ `raw`',
  '\\u{41} // comment /* comment */ = Heading',
  '#import "@preview/x:1.0.0": *',
  '"] #sys.inputs.document [" ] } ) # \\',
  '{"kind":"heading"}',
];

it('shows hostile text as text, in every place of a document', async () => {
  const title = HOSTILE.join(' ');
  const line = (text: string) => ({ direction: 'ltr' as const, inlines: [{ text }] });
  const table: PdfBlock = {
    kind: 'table',
    heads: HOSTILE.slice(0, 2),
    widths: [50, 50],
    rows: HOSTILE.map((text) => [[line(text)], [line('cell')]]),
  };
  const { said, info } = await made(
    [
      ...HOSTILE.map((text) => paragraph(text)),
      { kind: 'heading', level: 1, direction: 'ltr', text: HOSTILE[0] ?? '', above: HOSTILE[1] },
      table,
      { kind: 'facts', facts: HOSTILE.map((text) => ({ term: text, lines: [line(text)] })) },
      { kind: 'list', items: HOSTILE.map((text) => [paragraph(text, { code: true })]), marks: HOSTILE },
      { kind: 'faults', title: HOSTILE[0] ?? '', items: HOSTILE.map(line) },
      { kind: 'quotation', blocks: HOSTILE.map((text) => paragraph(text, { link: 'https://example.org/#read(1)' })) },
      { kind: 'signature', labels: HOSTILE.slice(0, 2) },
    ],
    { title, site: HOSTILE[0], foot: HOSTILE[1], description: HOSTILE[2] },
  );
  const flat = said.replaceAll(/\s+/g, '');
  for (const text of HOSTILE) expect(flat.split(text.replaceAll(/\s+/g, '')).length, text).toBeGreaterThan(5);
  expect(said).not.toContain('root:');
  expect(info).toMatch(/^Title: +#read\("\/etc\/passwd"\)/m);
});

it('is tagged, titled, in a language, with its fonts embedded', async () => {
  const { info, tags, fonts } = await made([
    { kind: 'heading', level: 1, direction: 'ltr', text: 'First' },
    paragraph('Words ', { strong: true }),
    { kind: 'list', items: [[paragraph('an item')]] },
    paragraph('leads on', { link: 'https://example.org/' }),
    {
      kind: 'table',
      heads: ['Point', 'Proposal'],
      widths: [30, 70],
      rows: Array.from({ length: 90 }, (_, at) => [
        [{ direction: 'ltr', inlines: [{ text: `Point ${at}` }] }],
        [{ direction: 'ltr', inlines: [{ text: 'yes' }] }],
      ]),
    },
  ]);
  expect(info).toMatch(/^Title: +Contribution BPF-2020-001$/m);
  expect(info).toMatch(/^Tagged: +yes$/m);
  expect(info).toMatch(/^UserProperties: +no$/m);
  expect(Number(/^Pages: +(\d+)$/m.exec(info)?.[1])).toBeGreaterThan(1);
  for (const tag of [
    'H1 "First"',
    'L (block)',
    'LBody',
    'Link (inline)',
    'Table (block)',
    'THead',
    'TH ',
    'Scope /Column',
  ])
    expect(tags).toContain(tag);
  // The head of a table is repeated on each page, and said once.
  expect(tags.match(/TH </g)).toHaveLength(2);
  expect(fonts.length).toBeGreaterThan(1);
  for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /); // embedded, a subset, with its letters
});

it('holds Latin, Cyrillic, Greek, Arabic and Hebrew, and says where letters have no font', async () => {
  const arabic = 'العربية تكتب من اليمين إلى اليسار';
  const words = ['Łódź', 'Tiếng Việt', 'Українська ґанок', 'Ελληνικά', 'עברית', 'ქართული', '☐☑→≥✓'];
  const { said } = await made([
    ...words.map((text) => paragraph(text)),
    { kind: 'paragraph', look: 'said', language: 'ar', direction: 'rtl', inlines: [{ text: arabic }] },
  ]);
  for (const word of [...words, arabic]) expect(said).toContain(word);
  // Written otherwise, but nothing of it is missing; the box was typed.
  const same = await made([paragraph('e\u0301 \u2028\t□\uFEFF')]);
  for (const text of [said, same.said]) expect(text).not.toContain('Some letters are missing.');
  const other = await made([paragraph('A \u0000 B \uD800 C \uFEFF D 中文 👍 E\u202E\u2066 F\u2028G\tH')]);
  expect(other.said).toContain('Some letters are missing.');
  expect(other.said).toMatch(/A □ B □ C\s+D □□ □ E/);
  // A mark that one font has, on a letter that this one lacks.
  expect((await made([paragraph('a\u1DCDb')])).said).toContain('a□b');
});

it('has a cover, contents with page numbers, ways to headings, and wide tables on pages of their own', async () => {
  const cell = (text: string) => [{ direction: 'ltr' as const, inlines: [{ text }] }];
  const heads = Array.from({ length: 9 }, (_, at) => `Column ${at}`);
  const { said, info, tags } = await made(
    [
      { kind: 'heading', level: 1, direction: 'ltr', text: 'First part', id: 'first', newPage: true },
      { kind: 'paragraph', look: 'plain', direction: 'ltr', inlines: [{ text: 'see the second', to: 'a "b" #c' }] },
      {
        ...{ kind: 'table', caption: 'A wide one', wide: true, heads, widths: heads.map(() => 11) },
        rows: [heads.map((head) => cell(`${head}!`))],
      },
      { kind: 'code', text: 'two\n  lines' },
      { kind: 'heading', level: 1, direction: 'ltr', text: 'Second part', id: 'a "b" #c', newPage: true },
    ],
    { cover: { facts: [{ term: 'Edition', lines: cell('the first') }], contents: 'What is in it' } },
  );
  expect(said).toMatch(/Edition\s+the first/);
  expect(said).toMatch(/What is in it\s+First part[ .\u2060]+3\s+Second part[ .\u2060]+6/);
  expect(info).toMatch(/^Pages: +6$/m);
  for (const tag of ['TOC', 'TOCI', 'H1 "First part"', 'Link (inline)']) expect(tags).toContain(tag);
});

it('breaks a word that no line can hold, and leaves its text as it is', async () => {
  const word = `https://example.org/${'averylongaddress'.repeat(30)}`;
  const cell = { direction: 'ltr' as const, inlines: [{ text: word }] };
  const { said } = await made([
    { kind: 'heading', level: 1, direction: 'ltr', text: word },
    { kind: 'table', heads: ['One', 'Other'], widths: [15, 85], rows: [[[cell], [cell]]] },
  ]);
  const lines = said.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
  expect(said.replaceAll('\n', '')).toContain(word);
});

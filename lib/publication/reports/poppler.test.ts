import { expect, it } from 'vitest';
import { readPdf } from '@/prisma/factories/poppler';
import { pdfReport } from './pdf';
import { note, paragraph, strong, text } from './report';
import type { Report, ReportBlock, ReportSection } from './report';

const section = (id: string, blocks: ReportBlock[], sections: ReportSection[] = []): ReportSection => ({
  id,
  title: `Section ${id}`,
  blocks,
  sections,
});

const reportOf = (sections: ReportSection[]): Report => ({
  locale: 'en',
  site: 'Best Practice Forum',
  title: 'Report of the call 2020',
  call: '2020',
  edition: 1,
  madeAt: '2020-12-01T12:00:00.000Z',
  facts: [{ term: 'Edition', content: [text('Edition 1')] }],
  sections,
});

it('shows drawings as pictures that say in words what they show, also where their words are hostile', async () => {
  const hostile = '</text></svg> #read("/etc/passwd") & 中';
  const chart = (id: string, title: string): ReportBlock => ({
    kind: 'chart',
    id,
    title,
    description: `Said of ${title}.`,
    drawn: { as: 'pairs', rows: [{ name: hostile, degree: 0.5, text: '50%' }] },
  });
  const { said, info, tags } = readPdf(
    await pdfReport(reportOf([section('one', [chart('first', 'One drawing'), chart('other', hostile)])])),
  );
  expect(said).toContain('One drawing');
  expect(said).toContain('#read("/etc/passwd")');
  expect(said).not.toContain('root:');
  expect(info).toMatch(/^Tagged: +yes$/m);
  expect(tags.match(/Figure/g)).toHaveLength(2);
});

it('writes every block of a report, with its sections as headings without a gap', async () => {
  const own: ReportBlock[] = [
    { kind: 'heading', depth: 3, content: [text('Own heading')] },
    paragraph('Own words', strong(' with weight'), { kind: 'break' }, 'and #read("/etc/passwd")'),
    {
      kind: 'list',
      items: [
        { mark: '7.', blocks: [paragraph('seventh')] },
        { mark: null, blocks: [paragraph('none')] },
      ],
    },
    { kind: 'quotation', blocks: [paragraph('quoted')] },
    { kind: 'code', text: 'code' },
  ];
  const heads = Array.from({ length: 11 }, (_, at) => `H${at}`);
  const bytes = await pdfReport(
    reportOf([
      section('one', [
        note('A remark.'),
        paragraph({ kind: 'reference', text: 'to BPF-2020-001', section: 'BPF-2020-001' }),
        paragraph({ kind: 'reference', text: 'to nowhere', section: 'nowhere' }),
        { kind: 'facts', facts: [{ term: 'Opened', content: [text('May'), { kind: 'break' }, text('2020')] }] },
        {
          kind: 'table',
          caption: 'Matrix',
          heads,
          widths: heads.map(() => 9),
          rows: [heads.map((head) => [text(`${head}!`)])],
        },
      ]),
      section('two', [], [section('BPF-2020-001', [{ kind: 'words', language: 'en', blocks: own }])]),
    ]),
  );
  const { said, info, tags } = readPdf(bytes);
  for (const words of [
    'A remark.',
    'to nowhere',
    'H10!',
    'Matrix',
    'Own words with weight',
    '#read("/etc/passwd")',
    '7.',
    'seventh',
  ])
    expect(said).toContain(words);
  expect(said).toMatch(/Contents\s+Section one[ .\u2060]+3\s+Section two[ .\u2060]+\d+\s+Section BPF-2020-001/);
  expect(said).not.toContain('root:');
  for (const tag of ['H1 "Section two"', 'H2 "Section BPF-2020-001"', 'H3 "Own heading"', 'TOC', 'BlockQuote'])
    expect(tags).toContain(tag);
  expect(info).toMatch(/^Title: +Report of the call 2020$/m);
  expect(info).toMatch(/^Tagged: +yes$/m);
  // The same report is the same file, so that a frozen one can be checked.
  expect(
    Buffer.from(await pdfReport(reportOf([section('one', [])]))).equals(
      await pdfReport(reportOf([section('one', [])])),
    ),
  ).toBe(true);
});

import { expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readPdf } from '@/prisma/factories/poppler';
import { piece } from '@/lib/questions/paper';
import type { Block, Paper } from '@/lib/questions/paper';
import { paperAsPdf } from './file';

const paperOf = (blocks: Block[], more: Partial<Paper> = {}): Paper => ({
  locale: 'en',
  site: 'Best Practice Forum',
  title: 'Contribution BPF-2020-001',
  fileName: 'BPF-2020-001',
  facts: [{ term: 'Call', pieces: [piece('Call 2020')] }],
  preface: [],
  sections: [{ id: 'gaps', title: 'What is missing?', eyebrow: 'Question 1', blocks }],
  ...more,
});

const read = async (paper: Paper) => readPdf(await paperAsPdf(paper, new Date('2020-10-01T12:00:00Z')));

it('sets a contributor’s Markdown as on the page, with its own headings below those of the paper', async () => {
  const text = [
    '# Own heading',
    'Words with **weight** and a [name](https://example.org/a).',
    '3. third\n4. fourth',
    '> quoted',
    '| a | b |\n|---|---|\n| c | d |',
  ].join('\n\n');
  const { said, tags } = await read(
    paperOf([
      { kind: 'heading', text: 'In words' },
      { kind: 'said', text },
    ]),
  );
  expect(said).toContain('Words with weight and a name (https://example.org/a).');
  expect(said).toMatch(/3\.\s+third\s+4\.\s+fourth/);
  expect(tags).toContain('"c | d"');
  expect(said).not.toMatch(/\*\*|\]\(|^>|^#/m);
  for (const tag of ['H1 "What is missing?"', 'H2 "In words"', 'H3 "Own heading"', 'BlockQuote', 'Link'])
    expect(tags).toContain(tag);
});

it('has chapters above sections, and a table of proposed values beside current values', async () => {
  const table: Block = {
    kind: 'table',
    caption: 'Update',
    heads: ['Point', 'Today', 'Proposal'],
    widths: [22, 36, 42],
    rows: [[[piece('Launch date')], [piece('2018'), piece('Source: a page', 'muted')], [piece('2019')]]],
  };
  const chapter = { title: 'Part one', help: 'What this part is about.' };
  const { said, tags, info } = await read(
    paperOf([], {
      sections: [{ id: 'a', chapter, title: 'Agreements', blocks: [table, { kind: 'said', text: '# Own' }] }],
    }),
  );
  for (const word of ['What this part is about.', 'Launch date', '2018', 'Source: a page', '2019'])
    expect(said).toContain(word);
  for (const tag of ['H1 "Part one"', 'H2 "Agreements"', 'H3 "Own"']) expect(tags).toContain(tag);
  expect(info).toMatch(/^Subject: +Call: Call 2020$/m);
});

it('says that letters are missing in the words of the site', async () => {
  const { said } = await read(paperOf([{ kind: 'said', text: '中文' }]));
  expect(said.replaceAll('\n', ' ')).toContain(wordsIn('en')('sharing.paper.missingLetters'));
});

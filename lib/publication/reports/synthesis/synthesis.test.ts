import { describe, expect, it } from 'vitest';
import { proseBlocks } from '@/lib/publication/reports/prose';
import { checkSynthesis, isPublishable } from './check';
import { partsOf, resolved } from './placeholders';
import { synthesisInput } from './schema';

const known = {
  references: new Set(['BPF-2020-001', 'BPF-2020-002', 'BPF-2020-003']),
  published: ['BPF-2020-001', 'BPF-2020-002'],
  counts: new Set(['published', 'answered:gaps']),
};
const counts = new Map([
  ['published', '12'],
  ['answered:gaps', '7 of 12'],
]);

describe('citations and counts', () => {
  it('become links to the contributions and numbers, and keep the look of their words', () => {
    const blocks = resolved(
      proseBlocks(
        '**{count:answered:gaps}** see a gap [@BPF-2020-001; @BPF-2020-002].\n\n- {count: published } in all',
      ),
      { ...known, counts },
    );
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: '7 of 12', strong: true },
          { kind: 'text', text: ' see a gap ' },
          { kind: 'text', text: '[' },
          { kind: 'reference', text: 'BPF-2020-001', section: 'BPF-2020-001' },
          { kind: 'text', text: '; ' },
          { kind: 'reference', text: 'BPF-2020-002', section: 'BPF-2020-002' },
          { kind: 'text', text: ']' },
          { kind: 'text', text: '.' },
        ],
      },
      {
        kind: 'list',
        items: [
          {
            mark: null,
            blocks: [
              {
                kind: 'paragraph',
                content: [
                  { kind: 'text', text: '12' },
                  { kind: 'text', text: ' in all' },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('stay as they were typed where they are not known, and in code', () => {
    const said = (text: string) => JSON.stringify(resolved(proseBlocks(text), { ...known, counts }));
    expect(said('{count:nothing} [@BPF-2020-999]')).toContain('{count:nothing}');
    expect(said('[@BPF-2020-999]')).toContain('@BPF-2020-999');
    expect(said('`{count:published}`')).toContain('{count:published}');
    expect(partsOf('[a link](x) {count:} [@]')).toEqual(['[a link](x) {count:} [@]']);
  });
});

describe('the check of a text', () => {
  const check = (text: string) => checkSynthesis([{ title: 'One', text }], known);

  it('names contributions cited nowhere, unknown citations and unknown counts', () => {
    const found = check(
      'A [@BPF-2020-001] and [@BPF-2020-009] say {count:answered:none}. Of [@BPF-2020-003] a trace is left.',
    );
    expect(found).toEqual({
      uncited: ['BPF-2020-002'],
      unknownReferences: ['BPF-2020-009'],
      unknownCounts: ['answered:none'],
      typedNumbers: [],
    });
    expect(isPublishable(found)).toBe(false);
    expect(isPublishable(check('Nothing is cited.'))).toBe(true);
  });

  it.each([
    ['Of all, 7 agree.', ['Of all, 7 agree.']],
    ['Some 40 % agree.', ['Some 40 % agree.']],
    ['Seven of them, or a dozen.', ['Seven of them, or a dozen.', 'Seven of them, or a dozen.']],
    ['In 2015 the norms of 2019 were read.', []],
    ['Question Q3 on 5G, RFC-2350 and the UNGGE2015 text.', []],
    ['{count:published} see [@BPF-2020-001].', []],
    ['The code `4` and <https://example.org/7>.', []],
    ['3. a list\n4. goes on', []],
  ])('finds numbers that were typed: %s', (text, numbers) => {
    expect(check(text).typedNumbers.map(({ words }) => words)).toEqual(numbers);
  });
});

describe('what an editor sends', () => {
  const row = (title: string, text: string, place: string) => ({ title, text, place });
  const parse = (sections: object[], more: object = {}) =>
    synthesisInput.safeParse({ call: '2020', note: '', base: '3', sections, ...more });

  it('leaves out empty rows and goes by the places', () => {
    expect(parse([row('B', 'b', '2'), row('', ' ', '1'), row('A', 'a', '1')]).data).toEqual({
      call: '2020',
      note: '',
      base: 3,
      sections: [
        { title: 'A', text: 'a' },
        { title: 'B', text: 'b' },
      ],
    });
  });

  it('names what half a section lacks, by its field', () => {
    const { error } = parse([row('A', 'a', '1'), row('', 'words', '2'), row('Title', '', '3')]);
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['sections.1.title', 'required'],
      ['sections.2.text', 'required'],
    ]);
  });

  it('is written over the version that the editor has seen meanwhile', () => {
    expect(parse([], { over: '5' }).data?.base).toBe(5);
  });
});

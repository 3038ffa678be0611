import { expect, it } from 'vitest';
import { openMention, suggestHandles } from './mention-suggestions';

const PEOPLE = [
  { userId: '1', handle: 'ana-silva', name: 'Ana Silva' },
  { userId: '2', handle: 'editor-one', name: 'Édith Orne' },
  { userId: '3', handle: 'ana', name: 'Ana' },
];

it('finds the mention at the cursor, and none in an address or a finished word', () => {
  expect(openMention('Ask @an today', 7)).toEqual({ start: 4, typed: 'an' });
  expect(openMention('@', 1)).toEqual({ start: 0, typed: '' });
  expect(openMention('(@editor-o', 10)).toEqual({ start: 1, typed: 'editor-o' });
  for (const [text, cursor] of [
    ['Ask @ana today', 14],
    ['office@exam', 11],
    ['No mention', 5],
    ['@ana', 0],
  ] as const)
    expect(openMention(text, cursor)).toBeNull();
});

it('suggests whose handle or name has a word that begins so, in any case and without accents', () => {
  const named = (typed: string, most = 8) => suggestHandles(typed, PEOPLE, most).map(({ userId }) => userId);
  expect(named('')).toEqual(['1', '2', '3']);
  expect(named('AN')).toEqual(['1', '3']);
  expect(named('an', 1)).toEqual(['1']);
  expect(named('silv')).toEqual(['1']);
  expect(named('edith')).toEqual(['2']);
  expect(named('editor-o')).toEqual(['2']);
  expect(named('ilva')).toEqual([]);
});

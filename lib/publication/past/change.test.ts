import { expect, it } from 'vitest';
import { readChange } from './change';

it('reads an assessment of history with its date', () => {
  const before = { value: 'no', note: null, source: null };
  const after = { value: 'yes', note: 'Chapter three says so.', source: 'Final report', asOf: '2019-11' };
  expect(readChange({ cell: 'specified-cbms', before, after })).toEqual({ before, after, value: null, note: null });
});

it('compares similar texts, notes and lists word by word', () => {
  const before = {
    value: 'A convention of the Council of Europe.',
    note: 'As the preamble says in its first line.',
    source: null,
  };
  const after = {
    ...before,
    value: 'A binding convention of the Council of Europe.',
    note: 'As the preamble says in its second line.',
  };
  const { value, note } = readChange({ cell: 'summary', before, after });
  expect(value?.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'binding ' }]);
  expect(note?.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'first' },
    { kind: 'added', text: 'second' },
  ]);

  const list = (value: string[]) => ({ value, note: null, source: null });
  const more = readChange({
    cell: 'uniqueElements',
    before: list(['Names the duties of states']),
    after: list(['Names the duties of states', 'Asks for yearly reports']),
  });
  expect(more.value).toEqual([
    { kind: 'same', text: 'Names the duties of states' },
    { kind: 'added', text: '\nAsks for yearly reports' },
  ]);
});

it('shows new, removed and very different texts side by side', () => {
  const content = { value: 'Internet Society', note: null, source: null };
  expect(readChange({ cell: 'maintainer', before: null, after: content })).toEqual({
    before: null,
    after: content,
    value: null,
    note: null,
  });
  expect(readChange({ cell: 'maintainer', before: content, after: null })).toEqual({
    before: content,
    after: null,
    value: null,
    note: null,
  });
  expect(
    readChange({ cell: 'maintainer', before: content, after: { ...content, value: 'Council of Europe' } }).value,
  ).toBeNull();
});

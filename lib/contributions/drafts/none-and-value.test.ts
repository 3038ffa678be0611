import { expect, it } from 'vitest';
import { sectionIssues } from './sections';

const base = { signatories: { value: { count: 60 }, note: null, source: null } };
const issuesOf = (typed: object) =>
  sectionIssues({ kind: 'proposal', base, criteria: [] }, { kind: 'update', agreement: 'gcsc', ...typed });

it.each([
  [{ cells: { maintainer: { clear: 'on', value: 'An office', note: 'none.' } } }, 'cells.maintainer.value'],
  [{ cells: { status: { clear: 'on', parts: { since: '2019' }, note: 'none.' } } }, 'cells.status.parts.status'],
  [{ cells: { signatories: { clear: 'on', note: 'none.' } }, signatories: { count: '12' } }, 'signatories.count'],
])('says at the value that it contradicts the words that there is none: %j', (typed, name) => {
  expect(issuesOf(typed)).toEqual([{ name, message: 'none_and_value' }]);
});

it('takes the words that there is none with a reason, also of a fact without a value, and asks for the reason', () => {
  expect(issuesOf({ cells: { maintainer: { clear: 'on', note: 'no office was set up.' } } })).toEqual([]);
  expect(issuesOf({ cells: { maintainer: { clear: 'on' } } })).toEqual([
    { name: 'cells.maintainer.note', message: 'clear_reason_required' },
  ]);
});

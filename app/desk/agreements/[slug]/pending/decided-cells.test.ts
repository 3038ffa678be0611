import { expect, it } from 'vitest';
import type { Typed } from '@/app/ui/action-state';
import { countCells, faultsOf, readCommands } from './decided-cells';

/** A variant as the form posts it. */
const variant = (lead: string, cell: string, parts: Record<string, string> = {}): Typed =>
  Object.fromEntries(
    Object.entries({ cell, changes: lead, seen: '3', conflict: '', ready: '', outcome: '', ...parts }).map(
      ([part, text]) => [`${lead}.${part}`, text],
    ),
  );
const commandsOf = (typed: Typed) => readCommands(typed).map(({ command }) => command);

it('accepts all changes of an accepted variant, and says where a conflict was looked at', () => {
  const typed = variant('a', 'link', { changes: 'a b', outcome: 'accept', conflict: 'yes' });
  expect(commandsOf(typed)).toEqual([
    { change: 'a', outcome: 'accept', seen: 3, resolve: true },
    { change: 'b', outcome: 'accept', seen: 3, resolve: true },
  ]);
});

it('rejects the others of a cell only where one is accepted and the editor says so', () => {
  const rivals = { ...variant('a', 'link'), ...variant('b', 'link', { outcome: 'accept' }), 'cell:link.reason': 'No.' };
  expect(commandsOf(rivals).map(({ change }) => change)).toEqual(['b']);
  const others = { ...rivals, 'cell:link.others': 'reject' };
  expect(commandsOf(others)).toEqual([
    { change: 'a', outcome: 'reject', reason: 'No.' },
    { change: 'b', outcome: 'accept', seen: 3, resolve: false },
  ]);
  expect(commandsOf({ ...others, 'b.outcome': '' })).toEqual([]);
});

it('accepts what is ready beside the choices, but no cell with a choice or a reason', () => {
  const typed = {
    ...variant('a', 'link', { ready: 'yes' }),
    ...variant('b', 'summary', { ready: 'yes', outcome: 'reject' }),
    ...variant('c', 'maintainer', { ready: 'yes' }),
    ...variant('d', 'stakeholders'),
    'cell:summary.reason': 'Too long.',
    'cell:maintainer.reason': 'Not sure.',
  };
  expect(commandsOf({ ...typed, intent: 'ready' }).map(({ change, outcome }) => [change, outcome])).toEqual([
    ['a', 'accept'],
    ['b', 'reject'],
  ]);
  expect(countCells(typed)).toEqual({ chosen: 1, ready: 1 });
});

it('names each fault once for its cell', () => {
  const typed = { ...variant('a', 'link', { changes: 'a b', outcome: 'reject' }), ...variant('c', 'summary') };
  const issues = [
    { path: 'decisions.0.reason', code: 'reason_required' },
    { path: 'decisions.1.reason', code: 'reason_required' },
    { path: 'decisions', code: 'too_many' },
  ];
  expect(faultsOf(issues, typed)).toEqual([{ cell: 'link', part: 'reason', code: 'reason_required' }]);
});

import { expect, it } from 'vitest';
import { meanwhile, movedOneself } from './review-snapshot';
import type { ReviewSnapshot } from './review-snapshot';

const LATER = { readAt: '2026-11-20T12:00:20.000Z' };
const snapshot = (counts: Record<string, number>, rest: Partial<ReviewSnapshot> = {}): ReviewSnapshot => ({
  status: 'submitted',
  revision: 1,
  readAt: '2026-11-20T12:00:00.000Z',
  moves: [{ userId: null, count: 1 }],
  decided: Object.entries(counts).map(([userId, count]) => ({ userId, name: `Editor ${userId}`, count })),
  ...rest,
});

it('names each other editor with what they decided since, and never the one who looks', () => {
  const before = snapshot({ a: 1, b: 4 });
  expect(meanwhile(before, snapshot({ a: 3, b: 4, c: 1, me: 7 }, LATER), 'me')).toEqual({
    decided: [
      { name: 'Editor a', count: 2 },
      { name: 'Editor c', count: 1 },
    ],
    moved: false,
  });
  expect(meanwhile(before, snapshot({ a: 1, b: 4, me: 2 }, LATER), 'me')).toBeNull();
});

it('says where the contribution moved, also where nothing was decided', () => {
  expect(meanwhile(snapshot({}), snapshot({}, { status: 'published', ...LATER }), 'me')).toEqual({
    decided: [],
    moved: true,
  });
  expect(meanwhile(snapshot({}), snapshot({}, { revision: 2, ...LATER }), 'me')).toEqual({ decided: [], moved: true });
});

it('does not tell an editor what they moved themselves, but what another moved before or after', () => {
  const before = snapshot({});
  const now = (moves: ReviewSnapshot['moves']) => snapshot({}, { status: 'published', moves, ...LATER });
  const own = now([...before.moves, { userId: 'me', count: 1 }]);
  expect([meanwhile(before, own, 'me'), movedOneself(before, own, 'me')]).toEqual([null, true]);
  for (const others of [
    now([...before.moves, { userId: 'other', count: 1 }]),
    now([...before.moves, { userId: 'me', count: 1 }, { userId: 'other', count: 1 }]),
    now([{ userId: null, count: 2 }]),
    now(before.moves),
  ])
    expect([meanwhile(before, others, 'me'), movedOneself(before, others, 'me')]).toEqual([
      { decided: [], moved: true },
      false,
    ]);
  expect(movedOneself(own, before, 'me')).toBe(false);
});

it('does not take what was heard before one’s own action for news', () => {
  const heard = snapshot({ other: 1 });
  const shown = snapshot({ other: 1 }, { status: 'published', ...LATER });
  expect(meanwhile(shown, heard, 'me')).toBeNull();
  expect(
    meanwhile(shown, snapshot({ other: 2 }, { status: 'published', readAt: '2026-11-20T12:00:40.000Z' }), 'me'),
  ).toEqual({ decided: [{ name: 'Editor other', count: 1 }], moved: false });
});

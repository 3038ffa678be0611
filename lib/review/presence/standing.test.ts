import { expect, it } from 'vitest';
import { meanwhile } from './standing';
import type { Standing } from './standing';

const standing = (counts: Record<string, number>, rest: Partial<Standing> = {}): Standing => ({
  status: 'submitted',
  revision: 1,
  decided: Object.entries(counts).map(([userId, count]) => ({ userId, name: `Editor ${userId}`, count })),
  ...rest,
});

it('names each other editor with what they decided since, and never the one who looks', () => {
  const before = standing({ a: 1, b: 4 });
  expect(meanwhile(before, standing({ a: 3, b: 4, c: 1, me: 7 }), 'me')).toEqual({ decided: [{ name: 'Editor a', count: 2 }, { name: 'Editor c', count: 1 }], moved: false });
  expect(meanwhile(before, standing({ a: 1, b: 4, me: 2 }), 'me')).toBeNull();
});

it('says where the contribution moved, also where nothing was decided', () => {
  expect(meanwhile(standing({}), standing({}, { status: 'published' }), 'me')).toEqual({ decided: [], moved: true });
  expect(meanwhile(standing({}), standing({}, { revision: 2 }), 'me')).toEqual({ decided: [], moved: true });
});

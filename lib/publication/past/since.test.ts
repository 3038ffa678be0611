import { describe, expect, it } from 'vitest';
import type { PublicRevision } from '@/lib/publication/schema';
import { changedSince, placeOf } from './since';

const content = (value: string) => ({ value, note: null, source: null });
const revision = (
  version: number,
  changes: [cell: string, before: string | null, after: string | null][],
): PublicRevision => ({
  version,
  kind: version === 1 ? 'import' : 'decision',
  summary: '',
  reason: null,
  reverts: null,
  at: `2020-01-0${version}T00:00:00.000Z`,
  contribution: null,
  changes: changes.map(([cell, before, after]) => ({
    cell,
    before: before === null ? null : content(before),
    after: after === null ? null : content(after),
    contributions: [],
  })),
});
const history = [
  revision(4, [
    ['link', 'https://b.example', 'https://c.example'],
    ['maintainer', 'Somebody', null],
  ]),
  revision(3, [
    ['maintainer', null, 'Somebody'],
    ['name', 'Old', 'New'],
  ]),
  revision(2, [['link', 'https://a.example', 'https://b.example']]),
  revision(1, [
    ['name', null, 'Old'],
    ['link', null, 'https://a.example'],
  ]),
];

describe('what changed since a version', () => {
  it('is each cell once, with old and new content, without cells that came and went', () => {
    const since = changedSince(history, 1).map(({ cell, before, after }) => ({ cell, before, after }));
    expect(since).toEqual([
      { cell: 'link', before: content('https://a.example'), after: content('https://c.example') },
      { cell: 'name', before: content('Old'), after: content('New') },
    ]);
    expect(changedSince(history, 3).map(({ cell }) => cell)).toEqual(['link', 'maintainer']);
    expect(changedSince(history, 4)).toEqual([]);
  });

  it('has the versions before and after, and the days of its validity', () => {
    expect(placeOf(history, 1)).toEqual({
      from: '2020-01-01T00:00:00.000Z',
      until: '2020-01-02T00:00:00.000Z',
      previous: null,
      next: 2,
    });
    expect(placeOf(history, 4)).toEqual({ from: '2020-01-04T00:00:00.000Z', until: null, previous: 3, next: null });
    expect(placeOf(history, 5)).toBeNull();
  });
});

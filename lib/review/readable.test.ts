import { expect, it } from 'vitest';
import { readableFor } from './readable';

const value = {
  note: 'Ask office@example.org',
  at: new Date('2026-11-28T10:00:00Z'),
  cells: [{ source: 'a@example.org' }],
};

it('shows an observer a mark in place of each address, at any depth, and everything else as it is', () => {
  const seen = readableFor({ role: 'observer' })(value);
  expect(JSON.stringify(seen)).not.toContain('example.org');
  expect(seen.note).toMatch(/^Ask ‹/);
  expect(seen.at).toEqual(value.at);
});

it('shows editors and admins the same value', () => {
  for (const role of ['editor', 'admin'] as const) expect(readableFor({ role })(value)).toBe(value);
});

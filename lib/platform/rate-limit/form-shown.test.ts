import { expect, it } from 'vitest';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { millisecondsSince, noteShown } from './form-shown';

useTestDatabase();

const shown = new Date('2026-11-02T09:00:00Z');
const later = new Date('2026-11-02T09:00:05Z');

it('tells how long ago a form was shown', () => {
  expect(millisecondsSince(noteShown(shown), later)).toBe(5_000);
  expect(noteShown(shown)).not.toBe(noteShown(shown));
});

it('believes no note that this site did not sign', () => {
  const [, id, signature] = noteShown(shown).split('.');
  for (const forged of ['', 'a.b.c', `0.${id}.${signature}`, noteShown(shown).slice(0, -1)])
    expect(millisecondsSince(forged, later)).toBe(0);
});

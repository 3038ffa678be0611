import { expect, it } from 'vitest';
import { promisedDay } from '@/lib/contributions/promise';
import { isLate } from './deadline';

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00.000Z`);
it('calls late what waits on the day after the promise, and not on its last day or on the weekend after it', () => {
  const sent = (day: string, status = 'submitted') => ({ status, changedAt: at(day).toISOString() });
  expect(promisedDay(at('2026-11-06'))).toEqual(at('2026-11-20', '00:00'));
  expect(isLate(sent('2026-11-06'), at('2026-11-20', '23:59'))).toBe(false);
  expect(isLate(sent('2026-11-06'), at('2026-11-22', '23:59'))).toBe(false);
  expect(isLate(sent('2026-11-06'), at('2026-11-23', '00:00'))).toBe(true);
  expect(isLate(sent('2026-11-06', 'changes_requested'), at('2026-12-23'))).toBe(false);
  expect(isLate(sent('2026-11-06', 'published'), at('2026-12-23'))).toBe(false);
});

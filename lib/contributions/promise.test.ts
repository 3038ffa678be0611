import { describe, expect, it } from 'vitest';
import { db, Prisma } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { promisedDay, workingDaysBetween, workingDaysSql } from './promise';

useTestDatabase();

describe('workingDaysBetween', () => {
  it.each([
    ['2026-11-02T23:59:00Z', '2026-11-02T23:59:30Z', 0],
    ['2026-11-02T09:00:00Z', '2026-11-03T00:00:00Z', 1],
    ['2026-11-06T09:00:00Z', '2026-11-09T09:00:00Z', 1], // Friday to Monday
    ['2026-11-07T09:00:00Z', '2026-11-09T09:00:00Z', 1], // Saturday to Monday
    ['2026-11-06T09:00:00Z', '2026-11-08T09:00:00Z', 0], // Friday to Sunday
    ['2026-11-02T09:00:00Z', '2026-11-16T09:00:00Z', 10], // two weeks
    ['2026-11-16T09:00:00Z', '2026-11-02T09:00:00Z', 0],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(workingDaysBetween(new Date(from), new Date(to))).toBe(days);
  });

  it('is the same in PostgreSQL', async () => {
    const first = Date.UTC(2026, 10, 1, 12);
    for (let from = 0; from < 9; from++)
      for (let to = from; to < 20; to++) {
        const moments = [from, to].map((day) => new Date(first + day * 86_400_000));
        const [start = new Date(0), end = new Date(0)] = moments;
        const sql = workingDaysSql(Prisma.sql`${start}::timestamptz`, Prisma.sql`${end}::timestamptz`);
        const rows = await db.$queryRaw<{ days: number }[]>(Prisma.sql`SELECT ${sql} AS days`);
        expect(rows, `${from} to ${to}`).toEqual([{ days: workingDaysBetween(start, end) }]);
      }
  });
});

describe('promisedDay', () => {
  it.each([
    ['2026-11-02T09:00:00Z', '2026-11-16'], // Monday
    ['2026-11-06T23:59:00Z', '2026-11-20'], // Friday
    ['2026-11-07T00:00:00Z', '2026-11-20'], // Saturday
  ])('of %s is %s', (from, day) => expect(promisedDay(new Date(from)).toISOString().slice(0, 10)).toBe(day));
});

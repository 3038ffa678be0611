import { Prisma } from '@/lib/platform/db/client';

/** The forum's promise: an answer within this many working days. */
export const PROMISED_DAYS = 10;

const DAY = 86_400_000;

/** The working days, Monday to Friday in UTC, after the day of `from` up to the day of `to`. Holidays are not known. */
export function workingDaysBetween(from: Date, to: Date): number {
  const [first, last] = [Math.floor(from.getTime() / DAY), Math.floor(to.getTime() / DAY)];
  return Math.max(0, workingDaysUntil(last) - workingDaysUntil(first));
}

/** The working days from Monday 29 December 1969, three days before day 0, up to a day. */
function workingDaysUntil(day: number): number {
  const since = day + 3;
  const week = Math.floor(since / 7);
  return week * 5 + Math.min(5, since - week * 7 + 1);
}

/** The last day, in UTC, on which what arrived then is answered in time. */
export function promisedDay(from: Date): Date {
  const day = new Date(Math.floor(from.getTime() / DAY) * DAY);
  while (workingDaysBetween(from, day) < PROMISED_DAYS) day.setUTCDate(day.getUTCDate() + 1);
  return day;
}

/** `workingDaysBetween` for PostgreSQL: of two moments, the later one second. */
export const workingDaysSql = (from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`greatest(0, ${untilSql(to)} - ${untilSql(from)})`;

function untilSql(moment: Prisma.Sql): Prisma.Sql {
  const since = Prisma.sql`(floor(extract(epoch FROM ${moment}) / 86400)::int + 3)`;
  return Prisma.sql`(${since} / 7 * 5 + least(5, ${since} % 7 + 1))`;
}

import { offsetOf } from '@/lib/platform/i18n/dates';

/** The names of all time zones that this system knows, UTC first. */
export const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/**
 * The moment at which the clock of a zone shows this day (`2021-10-17`) and time (`23:59`). A time that the clock skips
 * in spring is the moment as far after the change. Null for a day or time that does not exist.
 */
export function momentIn(timeZone: string, day: string, time: string): Date | null {
  const wall = new Date(`${day}T${time}:00Z`);
  // A day such as 31 February would become another one.
  if (Number.isNaN(wall.getTime()) || wall.toISOString().slice(0, 16) !== `${day}T${time}`) return null;
  const first = new Date(wall.getTime() - offsetIn(timeZone, wall));
  // Near a change of the clock the offset at the first guess can be another one.
  return new Date(wall.getTime() - offsetIn(timeZone, first));
}

/** The day and the time that the clock of a zone shows at a moment. */
export function clockIn(timeZone: string, moment: Date): { day: string; time: string } {
  const wall = new Date(moment.getTime() + offsetIn(timeZone, moment)).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The distance of a zone from UTC at a moment, in milliseconds. */
function offsetIn(timeZone: string, moment: Date): number {
  const [, sign, hours = '0', minutes = '0'] = /^UTC(?:([+-])(\d+)(?::(\d+))?)?/.exec(offsetOf(moment, timeZone)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The same day and time of the clock a year later; of 29 February, the 28th. */
export function aYearLater(timeZone: string, moment: Date): Date {
  const { day, time } = clockIn(timeZone, moment);
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  const later = momentIn(timeZone, next, time) ?? momentIn(timeZone, next.replace(/29$/, '28'), time);
  if (!later) throw new Error(`There is no day a year after ${day}.`);
  return new Date(later.getTime() + (moment.getTime() % 60_000));
}

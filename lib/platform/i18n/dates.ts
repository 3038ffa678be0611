/** English dates have the day first, as in the forum's own papers. */
const formattingLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

const partialFormats: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** `2018`, `2018-02` or `2018-04-17` in words, as precise as it is; any other text is returned unchanged. */
export function sayPartialDate(value: string, locale: string): string {
  const format = partialFormats[value.length];
  const firstDay = new Date(`${value}${'-01-01'.slice(value.length - 4)}T00:00:00Z`);
  if (!format || Number.isNaN(firstDay.getTime())) return value;
  return new Intl.DateTimeFormat(formattingLocale(locale), { ...format, timeZone: 'UTC' }).format(firstDay);
}

/** The day of a moment, as it is in that zone: `17 October 2020`. */
export function sayDay(moment: string, locale: string, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat(formattingLocale(locale), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(new Date(moment));
}

/**
 * A moment to the minute with its zone, so that readers do not have to guess: `17 October 2020 at 23:59 UTC`, or with
 * place and offset, `18 October 2020 at 02:59 (Nairobi, UTC+3)`. Letters like `CST` mean different zones in different
 * places.
 */
export function sayMoment(moment: string, locale: string, timeZone = 'UTC'): string {
  const parts: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  };
  const date = new Date(moment);
  return `${new Intl.DateTimeFormat(formattingLocale(locale), { ...parts, hourCycle: 'h23', timeZone }).format(date)} ${sayZone(date, timeZone)}`;
}

/**
 * A deadline in words: at the very end of a day in its own zone only the day, in the words of `endOfDay`; any other to
 * the minute.
 */
export function sayDeadline(
  moment: string,
  locale: string,
  timeZone: string,
  endOfDay: (parts: { day: string; zone: string }) => string,
): string {
  const date = new Date(moment);
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(date);
  if (clock !== '23:59:59') return sayMoment(moment, locale, timeZone);
  return endOfDay({ day: sayDay(moment, locale, timeZone), zone: sayZone(date, timeZone).replace(/^\((.*)\)$/, '$1') });
}

/**
 * The day of a version. The first version has only the year of its paper, because no source names the day; the stored
 * moment, the end of that year, only puts versions in order.
 */
export function sayVersionDay(moment: string, locale: string): string {
  return isEndOfYear(moment) ? sayPartialDate(moment.slice(0, 4), locale) : sayDay(moment, locale);
}

/** The same for programs: `2026-11-26`, or `2019` for the first version. */
export const versionDate = (moment: string): string => moment.slice(0, isEndOfYear(moment) ? 4 : 10);

/** What the year of a paper counts as where a moment is needed. */
export const endOfYear = (year: string) => new Date(`${year}-12-31T23:59:59.000Z`);
const isEndOfYear = (moment: string) => moment === endOfYear(moment.slice(0, 4)).toISOString();

/** The zone of the clock this runs on: in a browser, the reader's. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time of a moment of today, as `sayMoment` says it: `23:59 UTC`, by the clock this runs on. */
export function sayTimeHere(moment: Date, locale: string): string {
  const timeZone = ownZone();
  return `${new Intl.DateTimeFormat(formattingLocale(locale), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(moment)} ${sayZone(moment, timeZone)}`;
}

function sayZone(date: Date, timeZone: string): string {
  const offset = offsetOf(date, timeZone);
  const place = timeZone.startsWith('Etc/') ? undefined : timeZone.split('/').slice(1).at(-1)?.replaceAll('_', ' ');
  return place === undefined ? offset : `(${place}, ${offset})`;
}

/**
 * How far a zone is from UTC at that moment: `UTC`, `UTC+3`, `UTC-3:30`. Two zones with the same answer read the same
 * clock.
 */
export function offsetOf(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(date);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace(/^GMT([+-]0)?$|^GMT/, 'UTC');
}

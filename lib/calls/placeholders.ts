import { sayDay, sayMoment } from '@/lib/platform/i18n/dates';
import type { CallTexts } from './schema';

/** The words that a call's prose may hold in braces, such as `{deadline}`. */
const PLACEHOLDERS = ['deadline', 'opening', 'year'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

type Times = { opensAt: Date | null; closesAt: Date | null; timeZone: string };

const IN_BRACES = /\{([A-Za-z_]+)\}/g;

/** The names in braces that are no placeholder of this call: unknown ones, and `opening` where no opening is known. */
export function unknownPlaceholders(text: string, { opensAt }: { opensAt: Date | null }): string[] {
  const known: readonly string[] = PLACEHOLDERS.filter((name) => name !== 'opening' || opensAt !== null);
  return [...text.matchAll(IN_BRACES)].flatMap(([, name = '']) => (known.includes(name) ? [] : [name]));
}

/** A text with the dates in the place of the placeholders; other words in braces stay. */
export const fillDates = (text: string, dates: PlaceholderDates) =>
  text.replaceAll(IN_BRACES, (whole, name: string) => dates[name as Placeholder] ?? whole); // another name finds nothing

/** A call's texts with the dates in the place of the placeholders, in the call's time zone and the reader's language. */
export function fillPlaceholders(texts: CallTexts, call: Times, locale: string): CallTexts {
  const dates = placeholderDates(call, locale);
  const fill = (text: string) => fillDates(text, dates);
  const maybe = (text: string | undefined) => text && fill(text);
  return {
    ...texts,
    summary: fill(texts.summary),
    introduction: texts.introduction.map(fill),
    instructions: texts.instructions.map(fill),
    afterwards: texts.afterwards.map(fill),
    deadlineNote: maybe(texts.deadlineNote),
    annexNote: maybe(texts.annexNote),
    readingNote: maybe(texts.readingNote),
  };
}

export type PlaceholderDates = Partial<Record<Placeholder, string>>;

/** A deadline at the end of a day, and an opening at its beginning, are said as the day; any other to the minute. */
export function placeholderDates({ opensAt, closesAt, timeZone }: Times, locale: string): PlaceholderDates {
  const say = (moment: Date, day: string) =>
    clockOf(moment, timeZone) === day
      ? sayDay(moment.toISOString(), locale, timeZone)
      : sayMoment(moment.toISOString(), locale, timeZone);
  return {
    deadline: closesAt ? say(closesAt, '23:59') : undefined,
    opening: opensAt ? say(opensAt, '00:00') : undefined,
    year: closesAt ? new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(closesAt) : undefined,
  };
}

const clockOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(moment);

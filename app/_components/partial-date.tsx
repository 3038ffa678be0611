const formats: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** A date known to the year, the month or the day (`2018`, `2018-02`, `2018-04-17`), said no more precisely than it is known. */
export function PartialDate({ value, locale }: { value: string; locale: string }) {
  return <time dateTime={value}>{sayPartialDate(value, locale)}</time>;
}

/** The same as plain text, for titles and attributes; what is no partial date is returned as it came. */
export function sayPartialDate(value: string, locale: string): string {
  const format = formats[value.length];
  const firstDay = new Date(`${value}${'-01-01'.slice(value.length - 4)}T00:00:00Z`);
  if (!format || Number.isNaN(firstDay.getTime())) return value;
  // English is said day first, as the forum's own papers do.
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...format, timeZone: 'UTC' }).format(firstDay);
}

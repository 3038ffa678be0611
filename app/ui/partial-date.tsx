import { sayPartialDate } from '@/lib/platform/i18n/dates';

/**
 * A date known to the year, the month or the day (`2018`, `2018-02`, `2018-04-17`), shown with no more precision than
 * that.
 */
export function PartialDate({ value, locale }: { value: string; locale: string }) {
  return <time dateTime={value}>{sayPartialDate(value, locale)}</time>;
}

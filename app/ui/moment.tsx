import { sayDay, sayMoment } from '@/lib/platform/i18n/dates';

type MomentProps = { value: string; locale: string; timeZone?: string };

/** The day of a moment. */
export function Day({ value, locale, timeZone }: MomentProps) {
  return <time dateTime={value}>{sayDay(value, locale, timeZone)}</time>;
}

/** A moment to the minute, with its zone. */
export function Moment({ value, locale, timeZone }: MomentProps) {
  return <time dateTime={value}>{sayMoment(value, locale, timeZone)}</time>;
}

'use client';

import { useSyncExternalStore } from 'react';
import { offsetOf, ownZone, sayMoment } from '@/lib/platform/i18n/dates';

type OwnTimeProps = {
  value: string;
  locale: string;
  /** The time zone that is already shown. */ timeZone: string;
  /** With `{moment}` as the placeholder. */ words: string;
};

const never = () => () => {};

/**
 * A moment in the reader's own time zone, if that differs. The server does not know it: without a script nothing is
 * shown.
 */
export function OwnTime({ value, locale, timeZone, words }: OwnTimeProps) {
  const own = useSyncExternalStore(never, ownZone, () => null);
  const date = new Date(value);
  if (own === null || offsetOf(date, own) === offsetOf(date, timeZone)) return null;
  return (
    <span className="block text-sm text-muted">
      <time dateTime={value}>{words.replace('{moment}', sayMoment(value, locale, own))}</time>
    </span>
  );
}

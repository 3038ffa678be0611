'use client';

import { useSyncExternalStore } from 'react';
import { offsetOf, ownZone, sayMoment } from '@/lib/platform/i18n/dates';

type OwnTimeProps = {
  value: string;
  locale: string;
  /** The zone it is said in already. */ timeZone: string;
  /** With `{moment}` where the moment goes. */ words: string;
};

const never = () => () => {};

/** A moment by the reader's own clock, where that shows something else. The server does not know it: without a script there is nothing. */
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

import { useLocale, useTranslations } from 'next-intl';
import { OwnTime } from '@/app/ui/own-time';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import type { PublicCall } from '@/lib/publication/schema';

type DeadlineProps = { call: Pick<PublicCall, 'closesAt' | 'timeZone'> };

/** The deadline in the call's own time zone: only the day, where it is the end of that day. The standing call has none. */
export function DeadlineMoment({ call: { closesAt, timeZone } }: DeadlineProps) {
  const t = useTranslations('common');
  const locale = useLocale();
  if (closesAt === null) return t('allYear');
  return <time dateTime={closesAt}>{sayDeadline(closesAt, locale, timeZone, (parts) => t('endOfDay', parts))}</time>;
}

/**
 * The deadline in the call's own time zone, with place and distance from UTC; with a script also in the reader's time
 * zone.
 */
export function Deadline({ call }: DeadlineProps) {
  const t = useTranslations('calls.page');
  const locale = useLocale();
  const { closesAt, timeZone } = call;
  return (
    <>
      <DeadlineMoment call={call} />
      {closesAt && (
        <OwnTime value={closesAt} locale={locale} timeZone={timeZone} words={t('ownTime', { moment: '{moment}' })} />
      )}
    </>
  );
}

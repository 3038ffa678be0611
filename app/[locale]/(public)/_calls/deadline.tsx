import { useLocale, useTranslations } from 'next-intl';
import { Moment } from '@/app/_components/moment';
import { OwnTime } from '@/app/_components/own-time';
import type { PublicCall } from '@/lib/publishing/schema';

/** The deadline in the call's own zone, said by place and distance from UTC; and in the reader's, where a script knows it. */
export function Deadline({ call: { closesAt, timeZone } }: { call: Pick<PublicCall, 'closesAt' | 'timeZone'> }) {
  const t = useTranslations('calls.page');
  const locale = useLocale();
  return (
    <>
      <Moment value={closesAt} locale={locale} timeZone={timeZone} />
      <OwnTime value={closesAt} locale={locale} timeZone={timeZone} words={t('ownTime', { moment: '{moment}' })} />
    </>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { Day, Moment } from '@/app/ui/moment';
import { DeadlineMoment } from './deadline';
import { Tag, type TagTone } from '@/app/ui/tag';
import type { PublicCall } from '@/lib/publication/schema';

const tones: Record<PublicCall['state'], TagTone> = {
  upcoming: 'neutral',
  open: 'ok',
  late: 'warn',
  closed: 'neutral',
};

/** The call's state, in a word and in a sentence with the deadline in the call's own time zone. */
export function CallStateLine({ call }: { call: PublicCall }) {
  const t = useTranslations('calls');
  const locale = useLocale();
  const { state, opensAt, closesAt, timeZone } = call;
  const value = state === 'upcoming' && opensAt !== null ? opensAt : closesAt;
  if (value === null)
    return (
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Tag tone={tones[state]}>{t('stateWord.open')}</Tag>
        <span>{t('state.allYear')}</span>
      </p>
    );
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Tag tone={tones[state]}>{t(`stateWord.${state}`)}</Tag>
      <span>
        {t.rich(`state.${state}`, {
          day: () => <Day value={value} locale={locale} timeZone={timeZone} />,
          moment: () =>
            value === closesAt ? (
              <DeadlineMoment call={call} />
            ) : (
              <Moment value={value} locale={locale} timeZone={timeZone} />
            ),
        })}
      </span>
    </p>
  );
}

import { getTranslations } from 'next-intl/server';
import { OwnTime } from '@/app/ui/own-time';
import type { OpenForm } from '@/app/(form)/server/form';
import { sayDeadline } from '@/lib/platform/i18n/dates';

/** The call's deadline, or that late contributions are still accepted; nothing where the call accepts none. */
export async function DeadlineWords({ call, locale }: Pick<OpenForm, 'call' | 'locale'>) {
  if (call.state !== 'open' && call.state !== 'late') return null;
  const [t, common] = [await getTranslations('finding.closing'), await getTranslations('common')];
  if (call.closesAt === null) return <p>{common('allYear')}</p>;
  const value = call.closesAt.toISOString();
  const deadline = sayDeadline(value, locale, call.timeZone, (parts) => common('endOfDay', parts));
  return (
    <div>
      <p>{t(call.state === 'open' ? 'until' : 'late', { deadline })}</p>
      {call.state === 'open' && (
        <OwnTime value={value} locale={locale} timeZone={call.timeZone} words={t('own', { moment: '{moment}' })} />
      )}
    </div>
  );
}

import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { sayDeadline } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** Says that the call closed before this draft was sent, that the draft is kept, and what can still be done with it. */
export async function ClosedNotice({ open: { call, locale } }: { open: OpenForm }) {
  const [t, sharing, common] = [
    await getTranslations('finding.closing'),
    await getTranslations('contribute.check'),
    await getTranslations('common'),
  ];
  const deadline = call.closesAt
    ? sayDeadline(call.closesAt.toISOString(), locale, call.timeZone, (parts) => common('endOfDay', parts))
    : common('allYear');
  const paths = contributePaths(locale, call.slug);
  return (
    <Notice kind="warning" title={t('draftTitle')}>
      <p>{t('draftBody', { deadline })}</p>
      <p className="mt-3 font-semibold">{t('canStill')}</p>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t('can.read')}</li>
        <li>{t('can.print')}</li>
        <li>
          {t('can.next')}{' '}
          <a href={pathsIn(locale).calls} className="link">
            {t('calls')}
          </a>
        </li>
      </ul>
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <LinkButton href={paths.print} variant="secondary">
          {sharing('print')}
        </LinkButton>
        <LinkButton href={paths.word} variant="secondary" download>
          {t('word')}
        </LinkButton>
      </p>
    </Notice>
  );
}

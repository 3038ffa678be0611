import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/app/ui/notice';
import { PlainText } from '@/app/ui/prose';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { PublicAgreement } from '@/lib/publication/schema';

/** Above the page of a retired agreement: since when and why it is retired, and what that means. */
export function RetiredNotice({ agreement: { retiredAt, retiredReason } }: { agreement: PublicAgreement }) {
  const t = useTranslations('agreements.retired');
  const locale = useLocale();
  if (!retiredAt) return null;
  return (
    <div className="mb-8">
      <Notice kind="info" title={t('title', { date: sayDay(retiredAt, locale) })}>
        {retiredReason && <PlainText text={t('reason', { reason: retiredReason })} />}
        <p>{t('body')}</p>
      </Notice>
    </div>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '@/app/_components/page-header';
import { sayDay } from '@/lib/i18n/dates';
import type { PublicContribution } from '@/lib/publishing/schema';

/** What stays of a withdrawn contribution: its address and the day. */
export function Tombstone({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions.tombstone');
  const { reference, statusAt } = contribution;
  return (
    <PageHeader eyebrow={reference} title={t('title', { reference })} lead={t('lead', { date: sayDay(statusAt, useLocale()) })}>
      <p className="max-w-measure text-muted">{t('body')}</p>
    </PageHeader>
  );
}

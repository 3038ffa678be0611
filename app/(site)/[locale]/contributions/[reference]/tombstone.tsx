import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '@/app/ui/page-header';
import { PlainText } from '@/app/ui/prose';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

/**
 * The remains of a withdrawn or unpublished contribution: its address, the day, and the editors' reason if they
 * unpublished it.
 */
export function Tombstone({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions.tombstone');
  const locale = useLocale();
  const { reference, status, statusAt, statusReason } = contribution;
  const which = status === 'unpublished' ? status : 'withdrawn';
  return (
    <PageHeader
      eyebrow={reference}
      title={t(`${which}.title`, { reference })}
      lead={t(`${which}.lead`, { date: sayDay(statusAt, locale) })}
    >
      {statusReason !== null && (
        <div className="mb-6 max-w-measure">
          <h2 className="mb-1 font-sans text-base font-semibold text-muted">{t('reason')}</h2>
          <PlainText text={statusReason} />
        </div>
      )}
      <p className="max-w-measure text-muted">{t('body')}</p>
    </PageHeader>
  );
}

/** A contribution that the dataset names but that is not public: no details are shown. */
export function Stub({ reference }: { reference: string }) {
  const t = useTranslations('contributions.stub');
  return (
    <PageHeader eyebrow={reference} title={t('title', { reference })} lead={t('lead')}>
      <p className="max-w-measure text-muted">{t('body')}</p>
    </PageHeader>
  );
}

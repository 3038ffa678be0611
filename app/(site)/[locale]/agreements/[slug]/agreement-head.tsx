import { useLocale, useTranslations } from 'next-intl';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { factOf } from '@/lib/publication/assessments';
import { PageHeader } from '@/app/ui/page-header';
import { PlainText } from '@/app/ui/prose';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import type { AgreementView } from './view';

/** Space, name and summary: what the agreement is, before any detail. */
export function AgreementHead({ agreement, sources, published }: AgreementView) {
  const t = useTranslations('agreements');
  const common = useTranslations('common');
  const locale = useLocale();
  const space = factOf(agreement, 'space');
  const summary = factOf(agreement, 'summary');
  return (
    <PageHeader eyebrow={space ? common(`spaces.${space}`) : t('unplaced')} title={agreement.name}>
      {summary && (
        <div className="marked-text max-w-measure">
          <PlainText text={summary} />
          <SourceMark cell={agreement.facts.summary} sources={sources} />
        </div>
      )}
      {agreement.facts.summary && (
        <div className="mt-2">
          <Provenance cell={agreement.facts.summary} published={published} />
        </div>
      )}
      <p className="mt-5 text-sm text-muted">
        {t('page.version', { version: agreement.version, date: sayVersionDay(agreement.updatedAt, locale) })}
      </p>
    </PageHeader>
  );
}

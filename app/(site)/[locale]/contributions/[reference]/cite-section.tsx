import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { Section } from '@/app/ui/section';
import { sayDay, sayVersionDay } from '@/lib/platform/i18n/dates';
import { apiPaths } from '@/lib/platform/i18n/paths';
import type { PublicContribution } from '@/lib/publication/contributions/schema';

export function CiteSection({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions');
  const locale = useLocale();
  const { reference, publishedAt, attribution, summaryOf } = contribution;
  const who = sayAuthor(attribution, { anonymous: t('anonymous'), unnamed: t('unnamed') });
  return (
    <Section id="cite" title={t('page.cite')}>
      <p className="max-w-measure font-serif">
        {summaryOf === null
          ? t.rich('page.citeText', { who: () => <bdi>{who}</bdi>, reference, date: sayDay(publishedAt, locale) })
          : t.rich('page.summary.cite', {
              who: () => <bdi>{who}</bdi>,
              reference,
              date: sayVersionDay(publishedAt, locale),
            })}
      </p>
      <p className="mt-3 flex gap-x-5">
        <span className="text-muted">{t('page.asData')}</span>
        <a href={apiPaths.contribution(reference)} className="link">
          {t('page.json')}
        </a>
      </p>
    </Section>
  );
}

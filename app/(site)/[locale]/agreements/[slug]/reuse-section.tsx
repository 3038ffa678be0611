import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { origin } from '@/lib/platform/env';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAgreement } from '@/lib/publication/schema';

/** How to cite this state of the agreement, read it as data, compare it, and request a correction. */
export function ReuseSection({
  agreement,
  past = false,
}: {
  agreement: PublicAgreement;
  /** Whether this is a past state. */ past?: boolean;
}) {
  const t = useTranslations('agreements.page');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const { slug, name, version, updatedAt } = agreement;
  const permanent = paths.agreementVersion(slug, version);
  const address = () => (
    <a href={permanent} className="link wrap-anywhere">
      {origin()}
      {permanent}
    </a>
  );
  return (
    <Section id="reuse" title={t('citeTitle')}>
      <p className="max-w-measure font-serif">
        {t.rich('cite', { name: () => <bdi>{name}</bdi>, version, date: sayVersionDay(updatedAt, locale), address })}
      </p>
      <p className="mt-1 text-sm text-muted">{t('citeNote')}</p>
      <p className="mt-3 flex flex-wrap gap-x-5">
        <span className="text-muted">{t('asData')}</span>
        <a href={past ? apiPaths.agreementVersion(slug, version) : apiPaths.agreement(slug)} className="link">
          {past ? t('versionJson', { version }) : t('json')}
        </a>
        <a href={apiPaths.history(slug)} className="link">
          {t('historyJson')}
        </a>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-5">
        <span className="text-muted">{t('compare')}</span>
        <a href={`${paths.compare}/view/agreements/${slug}`} className="link">
          {t('compareLink')}
        </a>
      </p>
      <div className="no-print mt-8 max-w-measure border-s-2 border-accent ps-5">
        <h3>{t('propose')}</h3>
        <p className="mt-1 text-muted">{t('proposeBody')}</p>
        <p className="mt-2">
          <a href={paths.agreementUpdate(slug)} rel="nofollow" className="link">
            {t('proposeLink')}
          </a>
        </p>
      </div>
    </Section>
  );
}

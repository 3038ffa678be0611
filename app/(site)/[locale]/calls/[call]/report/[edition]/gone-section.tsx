import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { sayDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';

/** What left the site after the report was published. */
export function GoneSection({ gone, locale }: { gone: PublicEdition['goneSince']; locale: Locale }) {
  const t = useTranslations('reports.page');
  if (gone.length === 0) return null;
  return (
    <Section id="gone" title={t('gone')} aside={t('goneBody')}>
      <ul>
        {gone.map(({ reference, status, on }) => (
          <li key={reference} className="border-b border-rule py-2">
            <a href={pathsIn(locale).contribution(reference)} className="link">
              {reference}
            </a>{' '}
            {t('goneOn', { status, date: sayDay(on, locale) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

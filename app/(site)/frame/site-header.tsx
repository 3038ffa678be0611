import { useLocale, useTranslations } from 'next-intl';
import { NavLink } from '@/app/ui/nav-link';
import { Wordmark } from '@/app/ui/wordmark';
import { pathsIn } from '@/lib/platform/i18n/paths';

const entries = ['calls', 'agreements', 'matrix', 'analysis', 'contributions', 'projects', 'data', 'about'] as const;

/** The head of every page. On a narrow screen the navigation becomes an index of two lines, with nothing hidden. */
export function SiteHeader() {
  const t = useTranslations('common');
  const paths = pathsIn(useLocale());
  const holds: Partial<Record<(typeof entries)[number], string[]>> = {
    matrix: [paths.compare],
    data: [paths.releases, paths.api],
  };
  return (
    <header className="border-b border-rule print:border-ink">
      <div className="page flex flex-wrap items-center justify-between gap-x-10 gap-y-2 pt-5 pb-2 lg:py-4">
        <a href={paths.home} aria-label={t('wordmark.home')} className="no-underline">
          <Wordmark first={t('wordmark.first')} second={t('wordmark.second')} />
        </a>
        <nav aria-label={t('navigation.label')} className="no-print w-full lg:w-auto">
          <ul className="grid grid-cols-3 gap-x-3 whitespace-nowrap sm:flex sm:flex-wrap sm:gap-x-7">
            {entries.map((entry) => (
              <li key={entry}>
                <NavLink href={paths[entry]} holds={holds[entry]}>
                  {t(`navigation.${entry}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

import { getLocale, getTranslations } from 'next-intl/server';
import { NavLink } from '@/app/ui/nav-link';
import { Wordmark } from '@/app/ui/wordmark';
import { logo } from '@/app/server/published';
import type { Logo } from '@/lib/platform/settings/logo';
import { pathsIn } from '@/lib/platform/i18n/paths';

const entries = ['calls', 'agreements', 'matrix', 'analysis', 'contributions', 'projects', 'data', 'about'] as const;

/** The head of every page. On a narrow screen the navigation becomes an index of two lines, with nothing hidden. */
export async function SiteHeader() {
  const [t, locale, picture] = [await getTranslations('common'), await getLocale(), await logo()];
  const paths = pathsIn(locale);
  const holds: Partial<Record<(typeof entries)[number], string[]>> = {
    matrix: [paths.compare, paths.criteria],
    data: [paths.releases, paths.api],
  };
  return (
    <header className="border-b border-rule print:border-ink">
      <div className="page flex flex-wrap items-center justify-between gap-x-10 gap-y-2 pt-5 pb-2 lg:py-4">
        <a href={paths.home} aria-label={t('wordmark.home')} className="no-underline">
          {picture ? <LogoAndName logo={picture} name={t('siteName')} /> : <Wordmark name={t('siteName')} />}
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

/** The installation's own picture beside its name, in the place of the sign. */
const LogoAndName = ({ logo: { path, width, height }, name }: { logo: Logo; name: string }) => (
  <span className="inline-flex items-center gap-3 text-ink">
    {/* oxlint-disable-next-line nextjs/no-img-element -- its size and address are known, and Next has nothing to make smaller */}
    <img src={path} width={width} height={height} alt="" className="h-10 w-auto max-w-40 object-contain" />
    <span className="font-serif text-xl leading-tight">{name}</span>
  </span>
);

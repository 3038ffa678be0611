import { useLocale } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { NavLink } from '@/app/ui/nav-link';
import { Wordmark } from '@/app/ui/wordmark';
import { logo } from '@/app/server/published';
import type { Logo } from '@/lib/platform/settings/logo';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { BranchPages } from './branch-pages';
import { branchesIn } from './branches';

/** The head of every page: the name, five entries and the search in one line on every screen, and the pages of the current entry. */
export async function SiteHeader({ compact = false }: { compact?: boolean }) {
  const [t, locale, picture] = [await getTranslations('common'), await getLocale(), await logo()];
  const branches = branchesIn(pathsIn(locale), (key) => t(`navigation.${key}`));
  return (
    <header className="border-b border-rule print:border-ink">
      <div
        className={`page flex flex-wrap items-center justify-between gap-y-1 lg:py-3 ${compact ? 'gap-x-2 py-2 sm:gap-x-10 sm:pt-4 sm:pb-0' : 'gap-x-10 pt-4'}`}
      >
        <a
          href={pathsIn(locale).home}
          aria-label={t('wordmark.home')}
          className={`no-underline ${compact ? SMALL_SIGN : ''}`}
        >
          {picture ? <LogoAndName logo={picture} name={t('siteName')} /> : <Wordmark name={t('siteName')} />}
        </a>
        {compact && (
          <details className="no-print ms-auto sm:hidden">
            <summary className="link cursor-pointer py-1 text-sm">{t('navigation.menu')}</summary>
            <Navigation branches={branches} label={t('navigation.label')} search={t('navigation.search')} />
          </details>
        )}
        <div className={`w-full lg:ms-auto lg:w-auto ${compact ? 'max-sm:hidden' : ''}`}>
          <Navigation branches={branches} label={t('navigation.label')} search={t('navigation.search')} />
        </div>
      </div>
      <BranchPages branches={branches} />
    </header>
  );
}

/** On a phone, so that the menu has room beside it. */
const SMALL_SIGN =
  'max-sm:[&_.text-lg]:text-base max-sm:[&_.text-2xl]:text-xl max-sm:[&_svg]:size-7 max-sm:[&>span]:gap-2';

type NavigationProps = { branches: ReturnType<typeof branchesIn>; label: string; search: string };

function Navigation({ branches, label, search }: NavigationProps) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap justify-between gap-x-2 whitespace-nowrap max-sm:[&_a]:text-[0.8125rem] sm:gap-x-8">
        {branches.map(({ href, label: name, pages }) => (
          <li key={href}>
            <NavLink href={href} holds={pages.map((page) => page.href)}>
              {name}
            </NavLink>
          </li>
        ))}
        <li>
          <NavLink href={pathsIn(useLocale()).search}>
            <SearchSign />
            <span className="max-sm:sr-only sm:ms-1.5">{search}</span>
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}

const SearchSign = () => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <circle cx="6.75" cy="6.75" r="4.75" />
    <path d="m10.4 10.4 4.1 4.1" strokeLinecap="round" />
  </svg>
);

/** The installation's own picture beside its name, in the place of the sign. */
const LogoAndName = ({ logo: { path, width, height }, name }: { logo: Logo; name: string }) => (
  <span className="inline-flex items-center gap-3 text-ink">
    {/* oxlint-disable-next-line nextjs/no-img-element -- its size and address are known, and Next has nothing to make smaller */}
    <img src={path} width={width} height={height} alt="" className="h-10 w-auto max-w-40 object-contain" />
    <span className="font-serif text-xl leading-tight">{name}</span>
  </span>
);

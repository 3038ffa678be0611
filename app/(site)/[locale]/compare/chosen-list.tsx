import { useTranslations } from 'next-intl';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { CompareLinks } from './links';

/** The compared agreements, with links to remove one or to put another first. */
export function ChosenList({ chosen, links }: { chosen: PublicAgreement[]; links: CompareLinks }) {
  const t = useTranslations('compare.picker');
  return (
    <ul className="mb-6 max-w-[46rem] border-t border-rule">
      {chosen.map(({ slug, shortName }, at) => (
        <li key={slug} className="flex flex-wrap items-baseline gap-x-5 border-b border-rule py-2">
          <span className="grow font-semibold">{shortName}</span>
          {at > 0 && (
            <a href={links.first(slug)} className="link py-1 text-sm" aria-label={t('firstName', { name: shortName })}>
              {t('first')}
            </a>
          )}
          <a href={links.without(slug)} className="link py-1 text-sm" aria-label={t('removeName', { name: shortName })}>
            {t('remove')}
          </a>
        </li>
      ))}
    </ul>
  );
}

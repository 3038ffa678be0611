import { useLocale, useTranslations } from 'next-intl';
import { Legend } from '@/app/(site)/dataset/legend';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo } from '@/app/ui/prose';
import { GlyphSprite } from '@/app/ui/value-mark';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { isDay } from '@/lib/publication/past/snapshot';
import { Chips } from './chips';
import { FacetPanel } from './facet-panel';
import type { Listing } from './listing';
import { ListPageLinks } from './page-links';
import { Results } from './results';
import { SearchForm } from './search-form';

/** The list of agreements in any of its views. */
export function AgreementList({ listing }: { listing: Listing }) {
  const t = useTranslations('agreements');
  const common = useTranslations('common');
  const paths = pathsIn(useLocale());
  const { count, total } = listing;
  const links = {
    link: linkTo(paths.matrix),
    spaces: linkTo(`${paths.method}#spaces`),
    scope: linkTo(`${paths.method}#scope`),
  };
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <GlyphSprite />
        <Legend label={common('legend')} />
        <p className="mt-2 text-sm text-muted">{t.rich('legend', links)}</p>
      </PageHeader>
      <PastNotice listing={listing} />
      <div className="gap-x-12 border-t border-rule pt-6 pb-12 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="lg:col-start-2 lg:row-start-1">
          <SearchForm listing={listing} />
        </div>
        <div className="mt-5 lg:row-span-2 lg:row-start-1 lg:mt-0">
          <FacetPanel listing={listing} />
        </div>
        <div className="lg:col-start-2">
          <Chips listing={listing} />
          <p className="mt-5 text-sm text-muted">
            {count === total ? t('list.count', { count }) : t('list.countOf', { count, total })}
          </p>
          <Results listing={listing} />
          <ListPageLinks listing={listing} />
        </div>
      </div>
    </>
  );
}

/** Says that this is a past list, and links to the present one. */
function PastNotice({ listing: { at } }: { listing: Listing }) {
  const t = useTranslations('agreements.list.past');
  const locale = useLocale();
  const paths = pathsIn(locale);
  if (!at) return null;
  return (
    <div className="mb-8">
      <Notice kind="info" title={t('title')}>
        <p>{isDay(at) ? t('day', { date: sayPartialDate(at, locale) }) : t('release', { release: at })}</p>
        <p className="mt-1 flex flex-wrap gap-x-5">
          <a href={paths.agreements} className="link">
            {t('now')}
          </a>
          {!isDay(at) && (
            <a href={paths.release(at)} className="link">
              {t('releaseLink')}
            </a>
          )}
        </p>
      </Notice>
    </div>
  );
}

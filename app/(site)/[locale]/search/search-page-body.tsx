import { getTranslations } from 'next-intl/server';
import { found } from '@/app/server/published';
import { Button } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { PageLinks } from '@/app/ui/page-links';
import { TextInput } from '@/app/ui/text-input';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { searchViewShape } from '@/lib/publication/search/schema';
import type { SearchGroup, SearchResult } from '@/lib/publication/search/schema';
import type { View } from '@/lib/publication/views/address';
import { viewAddress } from '@/lib/publication/views/address';
import { GroupSection } from './group-section';
import { NothingFound } from './nothing-found';

const HITS = { ofEach: 5, ofOne: 20 };

type SearchView = View<typeof searchViewShape>;
type Sought = { words: string; group: SearchGroup | undefined; page: number };

/** The search, and what it finds: a few hits of each group, or one group page by page. */
export async function SearchPageBody({ locale, view }: { locale: Locale; view: SearchView }) {
  const t = await getTranslations('search');
  const words = view.q?.[0];
  const group = view.in?.[0] as SearchGroup | undefined; // by its schema
  const sought = words === undefined ? null : { words, group, page: Number(view.page?.[0] ?? 1) };
  return (
    <>
      <PageHeader
        eyebrow={sought ? undefined : t('eyebrow')}
        title={t('title')}
        lead={sought ? undefined : t('lead')}
      />
      <SearchForm locale={locale} view={view} />
      {sought && <Results locale={locale} sought={sought} />}
    </>
  );
}

async function SearchForm({ locale, view }: { locale: Locale; view: SearchView }) {
  const t = await getTranslations('search');
  return (
    <form
      action={`${pathsIn(locale).search}/find`}
      role="search"
      className="no-print -mt-4 mb-10 flex flex-wrap items-end gap-3 md:-mt-8"
    >
      <div className="min-w-0 grow basis-64 sm:max-w-[34rem]">
        <TextInput
          id="q"
          name="q"
          type="search"
          label={t('label')}
          hint={t('hint')}
          defaultValue={view.q?.[0]}
          maxLength={MAX_SOUGHT}
        />
      </div>
      {view.in?.map((group) => (
        <input key={group} type="hidden" name="in" value={group} />
      ))}
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}

async function Results({ locale, sought }: { locale: Locale; sought: Sought }) {
  const { words, group, page } = sought;
  const limit = group === undefined ? HITS.ofEach : HITS.ofOne;
  const result = await found(locale, { sought: words, group, limit, offset: (page - 1) * limit });
  const total = result.data.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <NothingFound locale={locale} sought={sought} near={result.near} />;
  return (
    <>
      <Summary locale={locale} sought={sought} result={result} total={total} />
      {result.data.map((one) => (
        <GroupSection
          key={one.group}
          locale={locale}
          words={words}
          found={result.found}
          {...one}
          alone={group !== undefined}
        />
      ))}
      {group !== undefined && <GroupPages locale={locale} sought={sought} pages={Math.ceil(total / limit)} />}
    </>
  );
}

type SummaryProps = { locale: Locale; sought: Sought; result: SearchResult; total: number };

/** How much was found, with a link to each group. */
async function Summary({ locale, sought: { words, group }, result, total }: SummaryProps) {
  const t = await getTranslations('search');
  return (
    <div className="mb-8 max-w-measure">
      <p className="text-muted">
        {group === undefined
          ? t('found', { count: total, words })
          : t('foundIn', { count: total, words, group: t(`groups.${group}`) })}
        {group !== undefined && (
          <a href={viewAddress(pathsIn(locale).search, searchViewShape, { q: [words] })} className="link ms-4">
            {t('everywhere')}
          </a>
        )}
      </p>
      {result.beginnings && <p className="mt-2">{t('beginnings')}</p>}
      {result.data.length > 1 && (
        <nav aria-label={t('contents')} className="no-print mt-3">
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {result.data.map((one) => (
              <li key={one.group}>
                <a href={`#${one.group}`} className="link inline-block min-h-6">
                  {t(`groups.${one.group}`)}
                </a>{' '}
                <span className="text-muted">{one.count}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

async function GroupPages({
  locale,
  sought: { words, group, page },
  pages,
}: {
  locale: Locale;
  sought: Sought;
  pages: number;
}) {
  const t = await getTranslations('search');
  return (
    <PageLinks
      page={page}
      pages={pages}
      hrefOf={(number) =>
        viewAddress(pathsIn(locale).search, searchViewShape, {
          q: [words],
          in: group === undefined ? [] : [group],
          page: number === 1 ? [] : [`${number}`],
        })
      }
      words={{ label: t('pages'), previous: t('previous'), here: t('page', { page, pages }), next: t('next') }}
    />
  );
}

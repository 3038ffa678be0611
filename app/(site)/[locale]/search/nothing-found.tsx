import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/ui/empty-state';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { searchViewShape } from '@/lib/publication/search/schema';
import type { SearchGroup, SearchResult } from '@/lib/publication/search/schema';
import { viewAddress } from '@/lib/publication/views/address';
import { Hit } from './group-section';

type NothingFoundProps = {
  locale: Locale;
  sought: { words: string; group: SearchGroup | undefined; page: number };
  near: SearchResult['near'];
};

/** Where nothing was found: what is spelt alike, and the lists to read instead. */
export function NothingFound({ locale, sought: { words, group, page }, near }: NothingFoundProps) {
  const t = useTranslations('search');
  const paths = pathsIn(locale);
  const searchFor = (text: string) => viewAddress(paths.search, searchViewShape, { q: [text] });
  const { searches = [], names = [] } = near ?? {};
  const some = searches.length + names.length > 0;
  return (
    <EmptyState title={page > 1 ? t('noMore.title') : t('nothing.title', { words })}>
      <p>{page > 1 ? t('noMore.body') : t(some ? 'nothing.body' : 'nothing.none')}</p>
      {(group !== undefined || page > 1) && (
        <p className="mt-3">
          <a href={searchFor(words)} className="link">
            {t('everywhere')}
          </a>
        </p>
      )}
      {searches.length > 0 && (
        <Part title={t('nothing.searches')}>
          {searches.map((text) => (
            <li key={text}>
              <a href={searchFor(text)} dir="auto" className="link inline-block min-h-6">
                {text}
              </a>
            </li>
          ))}
        </Part>
      )}
      {names.length > 0 && (
        <Part title={t('nothing.names')}>
          {names.map((hit) => (
            <Hit key={hit.path} hit={hit} found={NO_WORDS} />
          ))}
        </Part>
      )}
      <Part title={t('nothing.browse')}>
        {(['agreements', 'criteria', 'participants', 'sources', 'contributions', 'glossary'] as const).map((page) => (
          <li key={page}>
            <a href={paths[page]} className="link inline-block min-h-6">
              {t(`nothing.${page}`)}
            </a>
          </li>
        ))}
      </Part>
    </EmptyState>
  );
}

const NO_WORDS: ReadonlySet<string> = new Set();

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="mt-6">
    <h2 className="text-base font-semibold text-ink">{title}</h2>
    <ul className="mt-2 space-y-1">{children}</ul>
  </section>
);

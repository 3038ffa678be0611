import { useLocale, useTranslations } from 'next-intl';
import { foldSought } from '@/lib/agreements/search/normalise';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { searchViewShape } from '@/lib/publication/search/schema';
import { viewAddress } from '@/lib/publication/views/address';

/** For a list in which these words find nothing: the search through everything, which offers what is spelt alike. */
export function SearchEverywhere({ words }: { words: string | null | undefined }) {
  const t = useTranslations('search');
  const paths = pathsIn(useLocale());
  const folded = foldSought(words ?? '');
  if (folded === '') return null;
  return (
    <a href={viewAddress(paths.search, searchViewShape, { q: [folded] })} className="link">
      {t('everywhereFor', { words: words ?? '' })}
    </a>
  );
}

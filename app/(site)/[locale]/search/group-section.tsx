import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { markWords } from '@/lib/publication/search/excerpt';
import { searchViewShape } from '@/lib/publication/search/schema';
import type { SearchHit, SearchResult } from '@/lib/publication/search/schema';
import { viewAddress } from '@/lib/publication/views/address';

type GroupSectionProps = SearchResult['data'][number] & {
  locale: Locale;
  words: string;
  found: readonly string[];
  /** The group is all that is searched, page by page. */
  alone: boolean;
};

/** The hits of one group, with a link to all of them. */
export function GroupSection({ locale, words, found, group, count, hits, alone }: GroupSectionProps) {
  const t = useTranslations('search');
  const marked = new Set(found);
  return (
    <Section id={group} title={t(`groups.${group}`)} aside={t(`about.${group}`)}>
      <ul className="max-w-measure space-y-5">
        {hits.map((hit, at) => (
          <Hit key={`${hit.path} ${hit.about} ${at}`} hit={hit} found={marked} />
        ))}
      </ul>
      {!alone && count > hits.length && (
        <p className="mt-5">
          <a href={viewAddress(pathsIn(locale).search, searchViewShape, { q: [words], in: [group] })} className="link">
            {t('all', { count, group: t(`groups.${group}`) })}
          </a>
        </p>
      )}
    </Section>
  );
}

/** One hit: its name, which part of it, and the words that were found in their context. */
export function Hit({ hit, found }: { hit: SearchHit; found: ReadonlySet<string> }) {
  return (
    <li className="wrap-anywhere">
      <a
        href={hit.path}
        dir="auto"
        className="font-serif text-lg leading-snug text-ink decoration-1 underline-offset-4 hover:text-accent hover:underline"
      >
        <Marked text={hit.title} found={found} />
      </a>
      {hit.about && (
        <p dir="auto" className="text-sm text-muted">
          <Marked text={hit.about} found={found} />
        </p>
      )}
      {hit.excerpt && (
        <p dir="auto" {...inLanguageOf(hit.language)}>
          <Marked text={hit.excerpt} found={found} />
        </p>
      )}
    </li>
  );
}

const Marked = ({ text, found }: { text: string; found: ReadonlySet<string> }) =>
  markWords(text, found).map((piece, at) =>
    piece.found ? (
      <mark key={at} className="bg-transparent font-semibold text-accent underline decoration-2 underline-offset-2">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );

import { useLocale, useTranslations } from 'next-intl';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView, withChoice } from '@/lib/publication/agreement-list/view';
import { isDay } from '@/lib/publication/past/snapshot';
import { viewAddress } from '@/lib/publication/views/address';
import { useFacetWords } from './facet-words';
import type { Listing } from './listing';

/** The active conditions: each can be removed alone, or all at once. */
export function Chips({ listing }: { listing: Listing }) {
  const t = useTranslations('agreements.list');
  const base = pathsIn(useLocale()).agreements;
  const chips = useChips(listing);
  if (chips.length === 0) return null;
  return (
    <nav aria-label={t('narrowed')} className="no-print mt-5">
      <ul className="flex flex-wrap items-center gap-x-2 gap-y-2 text-sm">
        {chips.map(({ words, view }) => (
          <li key={words}>
            <a
              href={viewAddress(base, agreementsView, view)}
              rel="nofollow"
              className="inline-flex min-h-8 items-baseline gap-2 rounded-sm border border-edge bg-surface px-2.5 py-1 text-ink no-underline hover:border-accent hover:text-accent"
              aria-label={t('remove', { what: words })}
            >
              <span dir="auto">{words}</span>
              <span aria-hidden="true">✕</span>
            </a>
          </li>
        ))}
        <li>
          <a href={base} className="link ms-1 inline-block py-1">
            {t('clear')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function useChips(listing: Listing) {
  const t = useTranslations('agreements.list');
  const locale = useLocale();
  const words = useFacetWords(listing);
  const { view, sought, at, choices } = listing;
  const { page: _, ...kept } = view;
  return [
    ...(sought ? [{ words: t('sought', { text: sought }), view: { ...kept, q: [] } }] : []),
    ...[...choices].map(([facet, value]) => ({
      words: t('chip', { facet: words.nameOf(facet), value: words.valueOf(facet, value) }),
      view: withChoice(view, facet, null),
    })),
    ...(at
      ? [
          {
            words: isDay(at) ? t('asOfDay', { date: sayPartialDate(at, locale) }) : t('asOfRelease', { release: at }),
            view: { ...kept, at: [] },
          },
        ]
      : []),
  ];
}

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Option } from '@/lib/publication/agreement-list/options';
import { agreementsView, withChoice } from '@/lib/publication/agreement-list/view';
import { viewAddress } from '@/lib/publication/views/address';
import { useFacetWords } from './facet-words';
import type { Listing } from './listing';

/** The number of bodies or years that are shown at first; the others are folded. */
const SHOWN = 8;

type FacetOptionsProps = {
  listing: Listing;
  facet: string;
  options: readonly Option[];
  mark?: (value: string) => ReactNode;
};

/** The values of one facet: each a link that adds it, with the number of agreements then left. */
export function FacetOptions({ listing, facet, options, mark }: FacetOptionsProps) {
  const t = useTranslations('agreements.facets');
  const chosen = listing.choices.get(facet);
  const [shown, more] = [options.slice(0, SHOWN), options.slice(SHOWN)];
  const listed = (some: readonly Option[]) => (
    <ul className="text-sm">
      {some.map((option) => (
        <FacetOption key={option.value} {...{ listing, facet, option, mark }} />
      ))}
    </ul>
  );
  return (
    <>
      {listed(shown)}
      {more.length > 0 && (
        <details open={more.some(({ value }) => value === chosen)}>
          <summary className="link w-fit py-1 text-sm">{t('more', { count: more.length })}</summary>
          {listed(more)}
        </details>
      )}
    </>
  );
}

type FacetOptionProps = Omit<FacetOptionsProps, 'options'> & { option: Option };

function FacetOption({ listing, facet, option: { value, count }, mark }: FacetOptionProps) {
  const t = useTranslations('agreements.facets');
  const format = useFormatter();
  const base = pathsIn(useLocale()).agreements;
  const words = useFacetWords(listing);
  const chosen = listing.choices.get(facet) === value;
  const said = (
    <>
      <span className="flex min-w-0 items-baseline gap-2">
        {mark?.(value) ?? <span dir="auto">{words.valueOf(facet, value)}</span>}
        {chosen && <span className="sr-only"> ({t('chosen')})</span>}
      </span>
      <span className="ms-auto ps-2 tabular-nums text-muted">
        {chosen ? <span aria-hidden="true">✕</span> : <span aria-hidden="true">{format.number(count)}</span>}
        {!chosen && <span className="sr-only"> ({t('left', { count })})</span>}
      </span>
    </>
  );
  const look = 'flex items-baseline py-1 leading-snug';
  if (count === 0 && !chosen) return <li className={`${look} text-muted`}>{said}</li>;
  return (
    <li>
      <a
        href={viewAddress(base, agreementsView, withChoice(listing.view, facet, chosen ? null : value))}
        rel="nofollow"
        aria-current={chosen || undefined}
        className={`${look} decoration-1 underline-offset-4 hover:text-accent hover:underline ${chosen ? 'font-semibold text-accent' : 'text-ink'}`}
      >
        {said}
      </a>
    </li>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { createContext, useContext, useDeferredValue, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { isMeant } from '@/lib/agreements/search/filter';
import { FilterField } from './filter-field';
import { useHydrated } from './use-hydrated';
import './cell-search.css';

/** One line of the page: a fact or a criterion by its key, and the texts that the search compares. */
export type SearchedLine = { key: string; texts: string[] };

const FoundContext = createContext<Record<string, 'yes' | 'no'>>({});

/**
 * Whether the search finds the line of this key, as the attribute that the style sheet reads; undefined while nothing is
 * searched.
 */
export const useIsFound = (key: string): 'yes' | 'no' | undefined => useContext(FoundContext)[key];

type CellSearchProps = {
  isNew: boolean;
  lines: SearchedLine[];
  /** The groups of lines, by the ids of their headings. */
  groups: { id: string; title: string; count: number }[];
  children: ReactNode;
};

/**
 * “What do you want to change?”: a list of contents and, with a script, a search that filters the lines below. A line
 * that was opened is never hidden, so nothing typed gets out of sight.
 */
export function CellSearch({ isNew, lines, groups, children }: CellSearchProps) {
  const t = useTranslations('contribute.choose');
  const filter = useTranslations('finding.filter');
  const [wanted, setWanted] = useState('');
  const sought = useDeferredValue(wanted);
  const found = useMemo(
    () =>
      sought.trim() === ''
        ? {}
        : Object.fromEntries(
            lines.map(({ key, texts }) => [key, isMeant(sought, texts) ? ('yes' as const) : ('no' as const)]),
          ),
    [lines, sought],
  );
  const count = sought.trim() === '' ? lines.length : Object.values(found).filter((one) => one === 'yes').length;
  return (
    <>
      <section aria-labelledby="choose-title" className="no-print">
        <h2 id="choose-title" className="text-xl">
          {isNew ? t('titleNew') : t('title')}
        </h2>
        <p className="mt-1 mb-3 max-w-measure text-sm text-muted">{isNew ? t('leadNew') : t('lead')}</p>
        {/* Its room is there before the script runs: what is below must not move away from a tap. */}
        <div className="min-h-22 noscript:hidden">
          {useHydrated() && (
            <FilterField
              id="cells-filter"
              label={t('search')}
              onWanted={setWanted}
              count={sought.trim() === '' ? t('all', { count }) : filter('count', { count })}
            />
          )}
        </div>
        <nav aria-label={t('contents')}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {groups.map(({ id, title, count: size }) => (
              <li key={id}>
                <a href={`#${id}`} className="link">
                  {title}
                </a>{' '}
                <span className="text-muted">({size})</span>
              </li>
            ))}
            <li>
              <a href="#comment" className="link">
                {t('comment')}
              </a>
            </li>
          </ul>
        </nav>
      </section>
      <FoundContext value={found}>{children}</FoundContext>
    </>
  );
}

type CellGroupProps = {
  id: string;
  title: string;
  count: number;
  /** All lines are shown when the page opens, not only those in use. */
  unfolded: boolean;
  hint?: string;
  children: ReactNode;
};

/**
 * A group of lines below a heading that shows them all. While it is folded, the lines in use stay below it; the style
 * sheet hides the others, so that this works without a script too.
 */
export function CellGroup({ id, title, count, unfolded, hint, children }: CellGroupProps) {
  const t = useTranslations('contribute.choose');
  return (
    <section aria-labelledby={id} className="border-b border-rule">
      <details className="cell-rest group/rest" open={unfolded} suppressHydrationWarning>
        <summary className="min-h-11 py-3 marker:text-muted">
          <h2 id={id} className="ms-1 inline text-lg sm:text-xl">
            {title}
          </h2>{' '}
          <span className="ms-1 inline-block text-sm text-muted">
            <span className="group-open/rest:hidden">{t('showAll', { count })}</span>
            <span className="hidden group-open/rest:inline">{t('showUsed', { count })}</span>
          </span>
        </summary>
        {hint && <p className="max-w-measure pb-3 text-sm text-muted">{hint}</p>}
      </details>
      {children}
    </section>
  );
}

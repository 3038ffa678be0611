import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { localeOf } from './locale';
import { Missing, missingMetadata } from './missing';
import { pageMetadata } from './page-metadata';
import type { PageName, PageWords } from './page-metadata';
import { titleOfView } from './view-title';
import type { ChosenView } from './view-title';

type ViewParams = { locale: string; view: string[] };
type Props<Params extends ViewParams> = { params: Promise<Params> };

type ViewPage<Params extends ViewParams, Read> = {
  /** Reads the address; null: not found. */
  read: (params: Params) => Promise<Read | null>;
  words: (read: Read, locale: Locale) => Promise<PageWords>;
  body: (read: Read, locale: Locale, params: Params) => ReactNode | Promise<ReactNode>;
};

/** The page of the views of another page. Search engines list only that page: its views are many and alike. */
export const viewPage = <Params extends ViewParams, Read>({ read, words, body }: ViewPage<Params, Read>) => ({
  generateMetadata: async ({ params }: Props<Params>): Promise<Metadata> => {
    const locale = await localeOf(params);
    const found = await read(await params);
    if (found === null) return missingMetadata(locale);
    return { ...pageMetadata(await words(found, locale)), robots: { index: false } };
  },
  Page: async ({ params }: Props<Params>): Promise<ReactNode> => {
    const locale = await localeOf(params);
    const found = await read(await params);
    return found === null ? <Missing locale={locale} /> : body(found, locale, await params);
  },
});

/** The words of a view: those of its page, and the choices in the title. */
export async function wordsOfView(
  page: PageName,
  view: ChosenView,
  locale: Locale,
  title?: string,
): Promise<PageWords> {
  const t = await getTranslations(page);
  return {
    title: await titleOfView(title ?? t('title'), view, locale),
    description: t('description'),
    path: pathsIn(locale)[page],
  };
}

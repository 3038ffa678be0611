import { useLocale, useTranslations } from 'next-intl';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { PublicAttribution } from '@/lib/publication/schema';
import { sayCountry } from './attribution';

export type AuthorWords = { title: string; rows: { term: string; words: string }[] };

/**
 * The author on a contribution's page: in the heading, and in the rows below it, without repetition. The form's preview
 * uses the same functions, so that it shows exactly what will be public.
 */
export function useAuthor(attribution: PublicAttribution | null): AuthorWords {
  const t = useTranslations('contributions.page');
  const groups = useTranslations('contributions.groups');
  const locale = useLocale();
  const named = attribution?.affiliation ?? attribution?.name;
  const title = attribution?.anonymous ? t('anonymousTitle') : (named ?? t('unnamedTitle'));
  if (!attribution) return { title, rows: [] };
  const group = STAKEHOLDER_GROUPS.find((one) => one === attribution.stakeholderGroup);
  const rows: [string, string | null | undefined][] = [
    [t('by'), attribution.anonymous ? t('anonymousNote') : null],
    [t('name'), attribution.name],
    [t('affiliation'), attribution.affiliation],
    [t('country'), attribution.country && sayCountry(attribution.country, locale)],
    [t('group'), group && groups(group)],
  ];
  return { title, rows: rows.flatMap(([term, words]) => (words && words !== title ? [{ term, words }] : [])) };
}

import { getFormatter, getTranslations } from 'next-intl/server';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Space } from '@/lib/publication/analysis/study';

/** The words in figures in one language; also usable outside a page, for files. */
export async function wordsIn(locale: Locale) {
  const [t, common, facts, format] = await Promise.all([
    getTranslations({ locale, namespace: 'analysis' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'facts' }),
    getFormatter({ locale }),
  ]);
  return {
    locale,
    t,
    value: (value: AssessmentValue) => common(`values.${value}`),
    space: (space: Space | 'unplaced') =>
      space === 'unplaced' ? t('spaces.unplaced') : facts(`space.choices.${space}`),
    decimal: (value: number, digits = 1) =>
      format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    day: (moment: string) => sayVersionDay(moment, locale),
  };
}

export type Words = Awaited<ReturnType<typeof wordsIn>>;

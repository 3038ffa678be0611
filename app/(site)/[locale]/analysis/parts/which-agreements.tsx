import { useLocale, useTranslations } from 'next-intl';
import type { Analysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import { isDay } from '@/lib/publication/past/snapshot';

/** How many agreements the figures count, and which. */
export function WhichAgreements({ analysis: { study, view } }: { analysis: Pick<Analysis, 'study' | 'view'> }) {
  const [t, common] = [useTranslations('analysis'), useTranslations('facts.space.choices')];
  const locale = useLocale();
  const [at, space] = [view.at?.[0], ANALYSIS_VIEW.space.value.safeParse(view.space?.[0]).data];
  const narrowed = [
    ...(space ? [t('whichSpace', { space: common(space) })] : []),
    ...(at === undefined ? [] : [t('whichAt', { point: isDay(at) ? sayPartialDate(at, locale) : at })]),
  ];
  return (
    <p className="text-sm text-muted">
      {[t('which', { count: study.agreements.length, unassessed: study.unassessed }), ...narrowed].join(' ')}
    </p>
  );
}

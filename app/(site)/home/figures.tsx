import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { assessmentOf } from '@/lib/publication/assessments';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';

type FiguresProps = {
  agreements: PublicAgreement[];
  sets: PublicCriterionSet[];
  contributions: PublicContributionSummary[];
};

/** The size of the dataset, counted when the page is rendered. */
export function Figures({ agreements, sets, contributions }: FiguresProps) {
  const t = useTranslations('home.figures');
  const format = useFormatter();
  const paths = pathsIn(useLocale());
  const criteria = sets.flatMap((set) => set.criteria);
  const assessed = agreements.flatMap((agreement) =>
    criteria.filter((criterion) => assessmentOf(agreement, criterion.key) !== 'not_assessed'),
  ).length;
  const published = contributions.filter((one) => one.status === 'published').length;
  const figures = [
    { href: paths.agreements, count: agreements.length, label: t('agreements', { count: agreements.length }) },
    { href: paths.matrix, count: assessed, label: t('assessed', { count: assessed }) },
    { href: paths.matrix, count: criteria.length, label: t('criteria', { count: criteria.length, sets: sets.length }) },
    { href: paths.contributions, count: published, label: t('contributions', { count: published }) },
  ];
  return (
    <section aria-label={t('title')} className="border-t border-rule py-8">
      <ul className="grid grid-cols-2 gap-x-8 gap-y-6 lg:grid-cols-4">
        {figures.map(({ href, count, label }) => (
          <li key={label}>
            <a href={href} className="group block">
              <span className="block font-serif text-4xl font-light text-ink lining-nums group-hover:text-accent">
                {format.number(count)}
              </span>
              <span className="mt-1 block text-sm text-muted decoration-1 underline-offset-4 group-hover:underline">
                {label}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { getTranslations } from 'next-intl/server';
import { figureOf } from '@/app/(site)/[locale]/analysis/figure-data/figures-of';
import { wordsIn } from '@/app/(site)/[locale]/analysis/figure-data/words';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { FIGURES } from '@/lib/publication/analysis/figures';
import { studyOf } from '@/lib/publication/analysis/study';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { FigureDrawing } from './drawing';
import { WhichAgreements } from './which-agreements';

/** A summary of one set: its shared criteria, the other findings, and a link to all figures. */
export async function SetSummary({
  set,
  agreements,
  locale,
}: {
  set: PublicCriterionSet;
  agreements: PublicAgreement[];
  locale: Locale;
}) {
  const [t, words] = await Promise.all([getTranslations('analysis'), wordsIn(locale)]);
  const study = studyOf(agreements, set);
  const [sharing, ...others] = FIGURES.map((name) => figureOf(name, { set: set.slug, study, view: {} }, words));
  const page = pathsIn(locale).analysisOf(set.slug);
  return (
    <Section id={set.slug} title={set.title} aside={set.description} layout="above">
      {sharing?.isSaid ? (
        <>
          <p className="mb-6 max-w-[46rem] font-serif text-lg text-pretty md:text-xl">{sharing.finding}</p>
          <div className="max-w-[54rem]">
            <FigureDrawing figure={sharing} id={`${set.slug}-sharing`} />
          </div>
          <dl className="mt-8 gap-x-12 text-sm md:columns-2">
            {others.map((figure) => (
              <div key={figure.name} className="break-inside-avoid border-t border-rule py-2.5">
                <dt>
                  <a href={`${page}#${figure.name}`} className="link font-semibold">
                    {figure.title}
                  </a>
                </dt>
                <dd className="text-muted">{figure.finding}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="mb-4 max-w-measure">{sharing?.finding}</p>
      )}
      <div className="mt-5 space-y-3">
        <WhichAgreements analysis={{ study, view: {} }} />
        {study.agreements.length > 0 && (
          <p>
            <a href={page} className="link font-semibold">
              {t('all', { set: set.title })}
            </a>
          </p>
        )}
      </div>
    </Section>
  );
}

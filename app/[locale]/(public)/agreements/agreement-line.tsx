import { useLocale, useTranslations } from 'next-intl';
import { assessmentOf, factOf, isAssessedOn, tallyOf } from '@/lib/publishing/reading';
import { ValueStrip } from '@/app/[locale]/(public)/_dataset/value-strip';
import { pathsIn } from '@/lib/i18n/paths';
import { sayPartialDate } from '@/lib/i18n/dates';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';

/** One agreement in the list: its name, its date and nature, and its marks in a row. */
export function AgreementLine({ agreement, elements }: { agreement: PublicAgreement; elements: PublicCriterionSet | undefined }) {
  const t = useTranslations('agreements');
  const common = useTranslations('common');
  const locale = useLocale();
  const date = factOf(agreement, 'launchDate');
  const nature = factOf(agreement, 'bindingNature');
  const known = [date && sayPartialDate(date, locale), nature && common(`bindingNatures.${nature}`)].filter(Boolean).join(' · ');
  const analysed = elements && isAssessedOn(agreement, elements);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1.5 border-b border-rule py-4">
      <div className="max-w-[34rem] grow basis-72">
        <a href={pathsIn(locale).agreement(agreement.slug)} className="font-serif text-lg leading-snug text-ink decoration-1 underline-offset-4 hover:text-accent hover:underline">
          {agreement.name}
        </a>
        {known && <p className="text-sm text-muted">{known}</p>}
      </div>
      {analysed ? (
        <p>
          <span className="sr-only">{t('strip', { ...tallyOf(agreement, elements), count: elements.criteria.length, set: elements.title })}</span>
          <ValueStrip values={elements.criteria.map((criterion) => assessmentOf(agreement, criterion.key))} />
        </p>
      ) : (
        <p className="text-sm text-muted">{t('notAnalysed')}</p>
      )}
    </li>
  );
}

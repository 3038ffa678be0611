import { useLocale, useTranslations } from 'next-intl';
import { ValueStrip } from '@/app/(site)/dataset/value-strip';
import { sayPartialDate, sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { assessmentOf, factOf, isAssessedOn, tallyOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import type { Listing } from './listing';

type AgreementLineProps = { agreement: PublicAgreement; listing: Listing };

/** One agreement in the list: its name, date and nature, the value it is ordered by, and its marks. */
export function AgreementLine({ agreement, listing }: AgreementLineProps) {
  const t = useTranslations('agreements');
  const facts = useTranslations('facts');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const date = factOf(agreement, 'launchDate');
  const nature = factOf(agreement, 'bindingNature');
  const known = [
    date && sayPartialDate(date, locale),
    nature && facts(`bindingNature.choices.${nature}`),
    ...useOrdered({ agreement, listing }),
  ]
    .filter(Boolean)
    .join(' · ');
  const [elements] = listing.sets;
  const analysed = elements && isAssessedOn(agreement, elements);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1.5 border-b border-rule py-4">
      <div className="max-w-[34rem] grow basis-72">
        <a
          href={listing.at ? paths.agreementAt(agreement.slug, listing.at) : paths.agreement(agreement.slug)}
          dir="auto"
          className="font-serif text-lg leading-snug text-ink decoration-1 underline-offset-4 hover:text-accent hover:underline"
        >
          {agreement.name}
        </a>
        {known && <p className="text-sm text-muted">{known}</p>}
      </div>
      {analysed ? (
        <p>
          <span className="sr-only">
            {t('strip', { ...tallyOf(agreement, elements), count: elements.criteria.length, set: elements.title })}
          </span>
          <ValueStrip values={elements.criteria.map((criterion) => assessmentOf(agreement, criterion.key))} />
        </p>
      ) : (
        <p className="text-sm text-muted">{t('notAnalysed')}</p>
      )}
    </li>
  );
}

/** Only where the line does not show the value it is ordered by anyway. */
function useOrdered({ agreement, listing: { order, sets } }: AgreementLineProps): string[] {
  const t = useTranslations('agreements.list');
  const locale = useLocale();
  if (order === 'changed') return [t('changed', { date: sayVersionDay(agreement.updatedAt, locale) })];
  if (order === 'yes') return [t('yes', { count: sets.reduce((sum, set) => sum + tallyOf(agreement, set).yes, 0) })];
  return [];
}

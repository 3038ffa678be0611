import { useTranslations } from 'next-intl';
import { sayCountry } from '@/app/(site)/contributions/attribution';
import { ChoiceIndex } from '@/app/(site)/selection/selection-index';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { viewOf } from '@/lib/publication/selection';
import type { Choice } from '@/lib/publication/selection';
import { contributionViewShape, NO_CALL } from '@/lib/publication/contributions/facets';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { viewAddress } from '@/lib/publication/views/address';

type ContributionChoicesProps = {
  locale: Locale;
  list: readonly PublicContributionSummary[];
  choices: ReadonlyMap<string, Choice[]>;
  others: ReadonlyMap<string, number>;
  chosen: Readonly<Record<string, string | undefined>>;
};

/** Call, stakeholder group, country, agreement: the values among contributions, each with its count. */
export function ContributionChoices({ locale, list, choices, others, chosen }: ContributionChoicesProps) {
  const t = useTranslations('contributions.selection');
  const calls = useTranslations('contributions');
  const groups = useTranslations('contributions.groups');
  const agreements = new Map(
    list.flatMap((contribution) => contribution.agreements.map(({ slug, shortName }) => [slug, shortName])),
  );
  const labels: Record<string, (value: string) => string> = {
    call: (value) => (value === NO_CALL ? calls('own') : calls('toCall', { call: value })),
    group: (value) => {
      const group = STAKEHOLDER_GROUPS.find((one) => one === value);
      return group ? groups(group) : value;
    },
    country: (value) => sayCountry(value, locale),
    agreement: (value) => agreements.get(value) ?? value,
  };
  const terms: Record<string, string> = {
    call: t('call'),
    group: t('group'),
    country: t('country'),
    agreement: t('agreement'),
  };
  const base = pathsIn(locale).contributions;
  const rows = Object.keys(terms).map((name) => ({
    name,
    term: terms[name] ?? name,
    choices: choices.get(name) ?? [],
    chosen: chosen[name],
    other: others.get(name),
    labelOf: labels[name] ?? ((value: string) => value),
  }));
  return (
    <ChoiceIndex
      label={t('label')}
      rows={rows}
      chosen={chosen}
      find={`${base}/find`}
      hrefOf={(name, value) => viewAddress(base, contributionViewShape, viewOf({ ...chosen, [name]: value }))}
    />
  );
}

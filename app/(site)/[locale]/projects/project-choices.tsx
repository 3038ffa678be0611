import { useTranslations } from 'next-intl';
import { ChoiceIndex } from '@/app/(site)/selection/selection-index';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { viewOf } from '@/lib/publication/selection';
import type { Choice } from '@/lib/publication/selection';
import { projectViewShape } from '@/lib/publication/projects';
import type { PublicCriterionSet, PublicProject } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

type ProjectChoicesProps = {
  locale: Locale;
  list: readonly PublicProject[];
  sets: readonly PublicCriterionSet[];
  choices: ReadonlyMap<string, Choice[]>;
  chosen: Readonly<Record<string, string | undefined>>;
};

/** The norms, then the other sets of criteria, then the agreements that projects support, each with its count. */
export function ProjectChoices({ locale, list, sets, choices, chosen }: ProjectChoicesProps) {
  const t = useTranslations('projects.selection');
  const criteria = new Map(sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title])));
  const agreements = new Map(
    list.flatMap((project) => project.agreements.map(({ slug, shortName }) => [slug, shortName])),
  );
  const bySet = sets.toReversed().map((set) => ({
    name: 'criterion',
    term: set.title,
    choices: (choices.get('criterion') ?? []).filter(({ value }) => set.criteria.some(({ key }) => key === value)),
    chosen: chosen.criterion,
    labelOf: (value: string) => criteria.get(value) ?? value,
  }));
  const byAgreement = {
    name: 'agreement',
    term: t('agreement'),
    choices: choices.get('agreement') ?? [],
    chosen: chosen.agreement,
    labelOf: (value: string) => agreements.get(value) ?? value,
  };
  const base = pathsIn(locale).projects;
  return (
    <ChoiceIndex
      label={t('label')}
      rows={[...bySet, byAgreement]}
      chosen={chosen}
      find={`${base}/find`}
      hrefOf={(name, value) => viewAddress(base, projectViewShape, viewOf({ ...chosen, [name]: value }))}
    />
  );
}

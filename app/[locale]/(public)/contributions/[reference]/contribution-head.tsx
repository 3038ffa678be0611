import { useLocale, useTranslations } from 'next-intl';
import { sayCountry } from '@/app/[locale]/(public)/_contributions/attribution';
import { type Definition, DefinitionList } from '@/app/_components/definition-list';
import { Day } from '@/app/_components/moment';
import { PageHeader } from '@/app/_components/page-header';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicContribution } from '@/lib/publishing/schema';

/** The reference, the author as far as they chose to be named, and the dates. */
export function ContributionHead({ contribution }: { contribution: PublicContribution }) {
  const t = useTranslations('contributions.page');
  const { reference, attribution } = contribution;
  const named = attribution?.affiliation ?? attribution?.name;
  const title = attribution?.anonymous ? t('anonymousTitle') : (named ?? t('unnamedTitle'));
  const items = [...useAuthor(contribution, title), ...useDates(contribution)];
  return (
    <PageHeader eyebrow={reference} title={<span dir="auto">{title}</span>}>
      <div className="max-w-[46rem]">
        <DefinitionList items={items} />
      </div>
    </PageHeader>
  );
}

/** What is known of the author, without repeating what the title says already. */
function useAuthor({ attribution }: PublicContribution, title: string): Definition[] {
  const t = useTranslations('contributions.page');
  const groups = useTranslations('contributions.groups');
  const locale = useLocale();
  if (!attribution) return [];
  const group = STAKEHOLDER_GROUPS.find((one) => one === attribution.stakeholderGroup);
  const rows: [string, string | null | undefined][] = [
    [t('by'), attribution.anonymous ? t('anonymousNote') : null],
    [t('name'), attribution.name],
    [t('affiliation'), attribution.affiliation],
    [t('country'), attribution.country && sayCountry(attribution.country, locale)],
    [t('group'), group && groups(group)],
  ];
  return rows.flatMap(([term, words]) => (words && words !== title ? [{ key: term, term, description: <span dir="auto">{words}</span> }] : []));
}

function useDates({ call, submittedAt, statusAt, revision }: PublicContribution): Definition[] {
  const t = useTranslations('contributions.page');
  const locale = useLocale();
  const link = (
    <a href={pathsIn(locale).call(call)} className="link">
      {call}
    </a>
  );
  return [
    { term: t('call'), description: link },
    { term: t('submitted'), description: <Day value={submittedAt} locale={locale} /> },
    { term: t('published'), description: <Day value={statusAt} locale={locale} /> },
    ...(revision !== null && revision > 1 ? [{ term: t('revision'), description: revision }] : []),
  ];
}

import { useLocale, useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { groupBySpace, isAssessedOn } from '@/lib/publishing/reading';
import { Section } from '@/app/_components/section';
import { pathsIn } from '@/lib/i18n/paths';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';
import { CriteriaList } from './criteria-list';
import { MatrixTable } from './matrix-table';
import { PrintedNotes } from './printed-notes';

export type MatrixProps = { set: PublicCriterionSet; agreements: PublicAgreement[]; published: PublishedReferences };

/** One set of criteria: its table of the agreements assessed on it, the names of the others, and what each column means. */
export function MatrixSection({ set, agreements, published }: MatrixProps) {
  const t = useTranslations('matrix');
  const paths = pathsIn(useLocale());
  const assessed = agreements.filter((agreement) => isAssessedOn(agreement, set));
  const others = groupBySpace(agreements).flatMap((group) => group.agreements.filter((agreement) => !isAssessedOn(agreement, set)));
  return (
    <Section id={set.slug} title={set.title} aside={set.description} layout="above">
      {assessed.length === 0 ? <p className="text-muted">{t('none')}</p> : <MatrixTable set={set} agreements={assessed} published={published} />}
      {others.length > 0 && (
        <p className="mt-5 max-w-[60rem] text-sm text-muted">
          {t.rich('unassessed', {
            list: () =>
              others.map((agreement, at) => (
                <span key={agreement.slug}>
                  {at > 0 && ', '}
                  <a href={paths.agreement(agreement.slug)} className="link">
                    {agreement.shortName}
                  </a>
                </span>
              )),
          })}
        </p>
      )}
      <PrintedNotes set={set} agreements={assessed} />
      <CriteriaList set={set} />
    </Section>
  );
}

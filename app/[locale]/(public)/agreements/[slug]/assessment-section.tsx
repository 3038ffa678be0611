import { useTranslations } from 'next-intl';
import { Provenance, SourceMark } from '@/app/[locale]/(public)/_dataset/provenance';
import { assessmentOf, isAssessedOn } from '@/app/[locale]/(public)/_dataset/reading';
import { Section } from '@/app/_components/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/_components/table';
import { ValueMark } from '@/app/_components/value-mark';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';

type AssessmentSectionProps = { agreement: PublicAgreement; set: PublicCriterionSet; sources: readonly string[] };

/** One set of criteria: what was found on each, why, and where that comes from. */
export function AssessmentSection({ agreement, set, sources }: AssessmentSectionProps) {
  const t = useTranslations('agreements.page');
  if (!isAssessedOn(agreement, set)) {
    return (
      <Section id={set.slug} title={set.title}>
        <p className="max-w-measure text-muted">{t('notAssessed', { count: set.criteria.length })}</p>
      </Section>
    );
  }
  return (
    <Section id={set.slug} title={set.title}>
      <Table id={`${set.slug}-table`} caption={set.description} stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead className="w-1/3">{t('criterion')}</ColumnHead>
            <ColumnHead>{t('assessment')}</ColumnHead>
            <ColumnHead className="w-1/2">{t('basis')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {set.criteria.map((criterion) => (
            <AssessmentRow key={criterion.key} agreement={agreement} criterion={criterion} sources={sources} />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

type AssessmentRowProps = { agreement: PublicAgreement; criterion: PublicCriterionSet['criteria'][number]; sources: readonly string[] };

function AssessmentRow({ agreement, criterion, sources }: AssessmentRowProps) {
  const t = useTranslations('agreements.page');
  const values = useTranslations('common.values');
  const value = assessmentOf(agreement, criterion.key);
  const cell = agreement.assessments[criterion.key];
  return (
    <Row id={criterion.key}>
      <RowHead className="!font-normal">
        {criterion.title}
        {criterion.letter && (
          <abbr title={t('paragraph', { letter: criterion.letter })} className="ms-1.5 text-muted no-underline">
            ({criterion.letter})
          </abbr>
        )}
      </RowHead>
      <Cell className="whitespace-nowrap">
        <ValueMark value={value} word={values(value)} className={value === 'yes' ? 'font-semibold' : ''} />
        <SourceMark cell={cell} sources={sources} />
      </Cell>
      <Cell>{cell && <Provenance cell={cell} />}</Cell>
    </Row>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { isAssessedOn, shownAssessmentOf } from '@/lib/publication/assessments';
import { Quotation } from '@/app/(site)/dataset/quotation';
import { StatedViews } from '@/app/(site)/dataset/stated-views';
import { quotationOf } from '@/lib/publication/fact-rows';
import { linkTo } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { ValueMark } from '@/app/ui/value-mark';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet } from '@/lib/publication/schema';
import type { AgreementView } from './view';

/** One set of criteria: the value on each, with its note and source. */
export function AssessmentSection({ view, set }: { view: AgreementView; set: PublicCriterionSet }) {
  const t = useTranslations('agreements.page');
  const method = linkTo(`${pathsIn(useLocale()).method}#assessment`);
  if (!isAssessedOn(view.agreement, set)) {
    return (
      <Section id={set.slug} title={set.title}>
        <p className="max-w-measure text-muted">{t('notAssessed', { count: set.criteria.length })}</p>
      </Section>
    );
  }
  return (
    <Section id={set.slug} title={set.title} aside={t.rich('assessedHow', { link: method })}>
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
            <AssessmentRow key={criterion.key} view={view} criterion={criterion} />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

type AssessmentRowProps = { view: AgreementView; criterion: PublicCriterionSet['criteria'][number] };

function AssessmentRow({ view: { agreement, sources, published }, criterion }: AssessmentRowProps) {
  const t = useTranslations('agreements.page');
  const values = useTranslations('common.values');
  const paths = pathsIn(useLocale());
  const value = shownAssessmentOf(agreement, criterion.key);
  const cell = agreement.assessments[criterion.key];
  return (
    <Row id={criterion.key}>
      <RowHead className="!font-normal">
        <a href={paths.criterion(criterion.key)} className="link">
          {criterion.title}
        </a>
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
      <Cell>
        {cell && <Provenance cell={cell} published={published} />}
        <StatedViews cell={cell} published={published} />
        <Quotation cell={quotationOf(agreement, criterion.key)} sources={sources} published={published} />
      </Cell>
    </Row>
  );
}

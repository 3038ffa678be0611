import { useLocale, useTranslations } from 'next-intl';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { isAssessedOn, shownAssessmentOf } from '@/lib/publication/assessments';
import { Quotation } from '@/app/(site)/dataset/quotation';
import { StatedViews } from '@/app/(site)/dataset/stated-views';
import { quotationOf } from '@/lib/publication/fact-rows';
import { linkTo } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { ValueMark } from '@/app/ui/value-mark';
import { cellLabel } from '@/lib/agreements/facts/words';
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

function AssessmentRow({ view: { agreement, sources, published, correctable, names }, criterion }: AssessmentRowProps) {
  const t = useTranslations('agreements.page');
  const values = useTranslations('common.values');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const value = shownAssessmentOf(agreement, criterion.key);
  const cell = agreement.assessments[criterion.key];
  const quotation = quotationOf(agreement, criterion.key);
  const quoted = `quotations:${criterion.key}`;
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
        {correctable && (
          <div>
            <CorrectLink agreement={agreement} cell={criterion.key} title={criterion.title} />
          </div>
        )}
      </Cell>
      <Cell>
        {cell && <Provenance cell={cell} published={published} />}
        <StatedViews cell={cell} published={published} />
        <Quotation cell={quotation} sources={sources} published={published} />
        {correctable && quotation && (
          <CorrectLink agreement={agreement} cell={quoted} title={cellLabel(quoted, locale, names)} />
        )}
      </Cell>
    </Row>
  );
}

import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance } from '@/app/(site)/dataset/provenance';
import { SourceText } from '@/app/(site)/dataset/source-text';
import { Quotation } from '@/app/(site)/dataset/quotation';
import { StatedViews } from '@/app/(site)/dataset/stated-views';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { ValueMark } from '@/app/ui/value-mark';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { STATED_VALUES } from '@/lib/publication/criteria';
import type { PublicCriterionRecord, PublicProject } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

type StatedValue = (typeof STATED_VALUES)[number];
type Assessment = PublicCriterionRecord['assessments'][number];
type Props = { record: PublicCriterionRecord; published: PublishedReferences };

/** More of one value are read in the list of agreements, which has pages. */
const MAX_ROWS = 100;

/** Every assessed agreement under its value, with note, source and the projects that put the criterion into practice. */
export function ValuesSection({ record, published }: Props) {
  const t = useTranslations('criteria.page');
  return (
    <Section id="values" title={t('values')} aside={t('valuesAside')} layout="above">
      {record.assessments.length === 0 && <p>{t('none')}</p>}
      <div className="space-y-10">
        {STATED_VALUES.filter((value) => record.counts[value] > 0).map((value) => (
          <ValueGroup key={value} value={value} record={record} published={published} />
        ))}
      </div>
    </Section>
  );
}

function ValueGroup({ value, record, published }: Props & { value: StatedValue }) {
  const t = useTranslations('criteria.page');
  const values = useTranslations('common.values');
  const paths = pathsIn(useLocale());
  const given = record.assessments.filter((assessment) => assessment.value === value);
  const rows = given.slice(0, MAX_ROWS);
  const withPractice = rows.some(({ agreement }) => practisingFor(agreement.slug, record.projects).length > 0);
  const list = viewAddress(paths.agreements, agreementsView, { criterion: [`${record.key}.${value}`] });
  return (
    <div>
      <h3 id={value} className="mb-2 text-lg">
        <ValueMark value={value} word={t('value', { value: values(value), count: given.length })} />
      </h3>
      <Table id={`${value}-table`} caption={t('table', { value: values(value) })} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead className="w-1/4">{t('agreement')}</ColumnHead>
            <ColumnHead>{t('basis')}</ColumnHead>
            {withPractice && <ColumnHead className="w-1/4">{t('practice')}</ColumnHead>}
          </Row>
        </thead>
        <tbody role="rowgroup">
          {rows.map((assessment) => (
            <AssessmentRow
              key={assessment.agreement.slug}
              criterion={record.key}
              title={record.title}
              assessment={assessment}
              practising={withPractice ? practisingFor(assessment.agreement.slug, record.projects) : null}
              published={published}
            />
          ))}
        </tbody>
      </Table>
      {given.length > rows.length && (
        <p className="mt-3 text-sm">{t.rich('more', { count: given.length - rows.length, link: linkTo(list) })}</p>
      )}
    </div>
  );
}

/** The projects that put the criterion and this agreement into practice. */
const practisingFor = (agreement: string, projects: readonly PublicProject[]) =>
  projects.filter(({ agreements }) => agreements.some(({ slug }) => slug === agreement));

type AssessmentRowProps = {
  criterion: string;
  title: string;
  assessment: Assessment;
  /** Null where no row of the table has any: it then has no such column. */
  practising: readonly PublicProject[] | null;
  published: PublishedReferences;
};

function AssessmentRow({ criterion, title, assessment, practising, published }: AssessmentRowProps) {
  const t = useTranslations('criteria.page');
  const paths = pathsIn(useLocale());
  const { agreement, note, source } = assessment;
  return (
    <Row id={`agreement-${agreement.slug}`}>
      <RowHead>
        <a href={`${paths.agreement(agreement.slug)}#${criterion}`} className="link" dir="auto">
          {agreement.shortName}
        </a>
        {agreement.name !== agreement.shortName && (
          <span dir="auto" className="block text-sm font-normal text-muted">
            {agreement.name}
          </span>
        )}
      </RowHead>
      <Cell>
        {!note && <p className="text-sm text-muted">{t('noNote')}</p>}
        <Provenance cell={assessment} published={published} />
        <StatedViews cell={assessment} published={published} />
        <Quotation cell={assessment.quotation} published={published} />
        <CorrectLink agreement={agreement} cell={criterion} title={title} className="mt-1 !block w-fit" />
        {source && (
          <p className="mt-1 max-w-measure text-xs wrap-anywhere text-muted">
            {t.rich('sourceOf', { source: () => <SourceText cell={assessment} /> })}
          </p>
        )}
      </Cell>
      {practising && <Practice projects={practising} />}
    </Row>
  );
}

function Practice({ projects }: { projects: readonly PublicProject[] }) {
  const t = useTranslations('criteria.page');
  if (projects.length === 0)
    return (
      <Cell>
        <span className="text-sm text-muted max-md:sr-only">{t('noProject')}</span>
      </Cell>
    );
  return (
    <Cell label={t('practice')}>
      <ul className="space-y-1 text-sm">
        {projects.map((project) => (
          <li key={`${project.contribution} ${project.number}`}>
            <ProjectName project={project} />
          </li>
        ))}
      </ul>
    </Cell>
  );
}

/** A project's title, linked to it in its contribution, and who runs it. */
export function ProjectName({ project: { title, contribution, attribution } }: { project: PublicProject }) {
  const t = useTranslations('criteria.page');
  const authors = useTranslations('contributions');
  const paths = pathsIn(useLocale());
  const who = sayAuthor(attribution, { anonymous: authors('anonymous'), unnamed: authors('unnamed') });
  return t.rich('project', {
    title: () => (
      <a href={`${paths.contribution(contribution)}#projects`} className="link" dir="auto">
        {title}
      </a>
    ),
    who: () => <bdi className="text-muted">{who}</bdi>,
  });
}

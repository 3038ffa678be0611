import { useLocale, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { SourceLd } from '@/app/(site)/dataset/dataset-ld';
import { linkTo, ViewAddress } from '@/app/(site)/dataset/view-address';
import type { PageWords } from '@/app/(site)/frame/page-metadata';
import { ChoicePageLinks } from '@/app/(site)/selection/page-links';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { DefinitionList } from '@/app/ui/definition-list';
import type { Definition } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { PartialDate } from '@/app/ui/partial-date';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { GlyphSprite } from '@/app/ui/value-mark';
import { referenceNames } from '@/app/server/published';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import { groupBy } from '@/lib/platform/group-by';
import { apiPaths, downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicSourceRecord } from '@/lib/publication/source-schema';
import { pageOf } from '@/lib/publication/selection';
import { sourceViewShape } from '@/lib/publication/sources';
import type { View } from '@/lib/publication/views/address';

/** A page holds the cells of so many agreements. */
const AGREEMENTS_ON_A_PAGE = 25;

/** Title, description and address of the page of a source. */
export async function wordsOfSource({ key, title }: PublicSourceRecord, locale: Locale): Promise<PageWords> {
  const t = await getTranslations('sources.page');
  return { title, description: t('description', { title }), path: pathsIn(locale).source(key) };
}

type SourcePageBodyProps = { locale: Locale; record: PublicSourceRecord; view: View<typeof sourceViewShape> };

/** What is known of a document, and everything that rests on it, agreement by agreement. */
export async function SourcePageBody({ locale, record, view }: SourcePageBodyProps) {
  const [t, names] = await Promise.all([getTranslations('sources'), referenceNames()]);
  const paths = pathsIn(locale);
  const resting = [...groupBy(record.rests, ({ agreement }) => agreement.slug).values()].toSorted((one, other) =>
    nameIn(one).localeCompare(nameIn(other), 'en'),
  );
  const { rows, page, pages } = pageOf(resting, Number(view.page?.[0] ?? 1), AGREEMENTS_ON_A_PAGE);
  return (
    <article>
      <SourceLd locale={locale} source={record} />
      <Breadcrumbs label={t('page.breadcrumbs')} items={[{ label: t('title'), href: paths.sources }]} />
      <PageHeader
        eyebrow={t(`kinds.${record.kind}`)}
        title={<span dir="auto">{record.title}</span>}
        lead={t('count', { cells: record.cells, agreements: record.agreements })}
      >
        <GlyphSprite />
        <Known record={record} />
      </PageHeader>
      <Section id="rests" title={t('page.rests')} aside={t('page.restsAside')} layout="above">
        {rows.length === 0 && <p>{t('page.restsNone')}</p>}
        <div className="space-y-10">
          {rows.map((cells) => (
            <OfAgreement key={cells[0]?.agreement.slug} cells={cells} names={names} />
          ))}
        </div>
        <ChoicePageLinks
          page={page}
          pages={pages}
          base={paths.source(record.key)}
          shape={sourceViewShape}
          view={view}
        />
      </Section>
      <Section id="reuse" title={t('page.reuse')}>
        <div className="max-w-measure space-y-3">
          <p className="no-print">
            {t.rich('page.data', {
              json: linkTo(apiPaths.source(record.key)),
              csv: linkTo(downloadPath('sources.csv')),
            })}
          </p>
          <ViewAddress label={t('page.address')} path={paths.source(record.key)} />
        </div>
      </Section>
    </article>
  );
}

type Rests = PublicSourceRecord['rests'];

const nameIn = (cells: Rests) => cells[0]?.agreement.shortName ?? '';

/** The bibliographic record; what is not known is left out. */
function Known({ record }: { record: PublicSourceRecord }) {
  const t = useTranslations('sources.page');
  const locale = useLocale();
  const { author, year, publisher, link, archivedLink, accessedOn, citedAs } = record;
  const text = (key: 'author' | 'publisher', value: string | null): Definition[] =>
    value === null ? [] : [{ key, term: t(key), description: <span dir="auto">{value}</span> }];
  const address = (key: 'link' | 'archived', value: string | null): Definition[] =>
    value === null
      ? []
      : [
          {
            key,
            term: t(key),
            description: (
              <a href={value} className="link wrap-anywhere" rel="noopener">
                {value}
              </a>
            ),
          },
        ];
  const items = [
    ...text('author', author),
    ...(year === null
      ? []
      : [{ key: 'year', term: t('year'), description: <PartialDate value={`${year}`} locale={locale} /> }]),
    ...text('publisher', publisher),
    ...address('link', link),
    ...address('archived', archivedLink),
    ...(accessedOn === null
      ? []
      : [{ key: 'accessed', term: t('accessed'), description: <PartialDate value={accessedOn} locale={locale} /> }]),
    ...(citedAs.length === 0
      ? []
      : [
          {
            key: 'citedAs',
            term: t('citedAs'),
            description: citedAs.map((words) => (
              <p key={words} dir="auto">
                {words}
              </p>
            )),
          },
        ]),
  ];
  return (
    <div className="max-w-[46rem]">
      <DefinitionList items={items} />
    </div>
  );
}

function OfAgreement({ cells, names }: { cells: Rests; names: ReferenceNames }) {
  const t = useTranslations('sources.page');
  const locale = useLocale();
  const [first] = cells;
  if (!first) return null;
  const { slug, shortName } = first.agreement;
  const path = pathsIn(locale).agreement(slug);
  return (
    <div>
      <h3 id={slug} className="mb-2 text-lg">
        <a href={path} className="link" dir="auto">
          {shortName}
        </a>
      </h3>
      <Table id={`${slug}-cells`} caption={t('caption', { agreement: shortName })} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead className="w-1/4">{t('cell')}</ColumnHead>
            <ColumnHead>{t('value')}</ColumnHead>
            <ColumnHead className="w-1/3">{t('place')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {cells.map(({ cell, value, note, place }) => (
            <Row key={cell}>
              <RowHead className="!font-normal">
                <a href={`${path}#${cell}`} className="link">
                  {cellLabel(cell, locale, names)}
                </a>
              </RowHead>
              <Cell className="[&_.prose]:font-sans [&_.prose]:text-base">
                <CellValue cell={cell} value={value} note={note} names={names} />
              </Cell>
              <Cell label={place === null ? undefined : t('place')} className="text-sm wrap-anywhere text-muted">
                {place !== null && <span dir="auto">{place}</span>}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { sources } from '@/app/server/published';
import { apiPaths, downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicSource } from '@/lib/publication/source-schema';

type Props = PageProps<'/[locale]/sources'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('sources');

/** Every document that values rest on. */
export default async function SourcesPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list] = await Promise.all([getTranslations('sources'), sources()]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      {list.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          <SourceTable list={list} path={pathsIn(locale).source} />
          <p className="mt-5 max-w-measure text-muted">{t('rest')}</p>
        </>
      )}
      <p className="no-print mt-3">
        {t.rich('data', { csv: linkTo(downloadPath('sources.csv')), json: linkTo(apiPaths.sources) })}
      </p>
    </>
  );
}

function SourceTable({ list, path }: { list: readonly PublicSource[]; path: (key: string) => string }) {
  const t = useTranslations('sources');
  return (
    <Table id="sources" caption={t('caption')} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead className="w-1/2">{t('source')}</ColumnHead>
          <ColumnHead>{t('kind')}</ColumnHead>
          <ColumnHead>{t('rests')}</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {list.map(({ key, title, author, publisher, year, kind, cells, agreements }) => (
          <Row key={key}>
            <RowHead>
              <a href={path(key)} className="link" dir="auto">
                {title}
              </a>
              <span dir="auto" className="block text-sm font-normal text-muted">
                {[author, publisher, year].filter((part) => part !== null).join(', ')}
              </span>
            </RowHead>
            <Cell label={t('kind')}>{t(`kinds.${kind}`)}</Cell>
            <Cell label={t('rests')}>{t('count', { cells, agreements })}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

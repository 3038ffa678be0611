import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { FORMER_NAMES_UNTIL } from '@/lib/platform/csv-columns';
import { sayDay } from '@/lib/platform/i18n/dates';
import { downloadPath } from '@/lib/platform/i18n/paths';
import { metadataName } from '@/lib/publication/packaging/file-metadata';

const downloads = [
  { key: 'csv', file: 'agreements.csv' },
  { key: 'cells', file: 'cells.csv' },
  { key: 'values', file: 'values.csv' },
  { key: 'criteria', file: 'criteria.csv' },
  { key: 'participants', file: 'participants.csv' },
  { key: 'sources', file: 'sources.csv' },
  { key: 'xlsx', file: 'agreements.xlsx' },
  { key: 'json', file: 'agreements.json' },
] as const;

export function DownloadsSection() {
  const t = useTranslations('data.downloads');
  const locale = useLocale();
  return (
    <Section id="downloads" title={t('title')} aside={t('aside')}>
      <Table id="files" caption={t('caption')} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('file')}</ColumnHead>
            <ColumnHead>{t('content')}</ColumnHead>
            <ColumnHead>{t('use')}</ColumnHead>
            <ColumnHead>{t('metadata')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {downloads.map(({ key, file }) => (
            <Row key={key}>
              <RowHead>
                <a href={downloadPath(file)} className="link">
                  {file}
                </a>{' '}
                {file.endsWith('.csv') && (
                  <a
                    href={`${downloadPath(file)}?bom=1`}
                    aria-label={t('excelOf', { file })}
                    className="link ms-3 text-sm font-normal"
                  >
                    {t('excel')}
                  </a>
                )}
              </RowHead>
              <Cell>{t(`files.${key}.content`)}</Cell>
              <Cell className="text-muted">{t(`files.${key}.use`)}</Cell>
              <Cell>
                <a
                  href={downloadPath(metadataName(file))}
                  aria-label={t('metadataOf', { file })}
                  className="link text-sm"
                >
                  {t('metadata')}
                </a>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="mt-5 max-w-measure text-muted">{t('formerNames', { until: sayDay(FORMER_NAMES_UNTIL, locale) })}</p>
      <p className="mt-3 max-w-measure text-muted">
        {t.rich('package', {
          package: (words) => (
            <a href={downloadPath('datapackage.json')} className="link">
              {words}
            </a>
          ),
          readme: (words) => (
            <a href={downloadPath('README.md')} className="link">
              {words}
            </a>
          ),
        })}
      </p>
    </Section>
  );
}

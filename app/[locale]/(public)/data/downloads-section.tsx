import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/_components/table';
import { downloadPath } from '@/lib/i18n/paths';

export const downloads = [
  { key: 'csv', file: 'agreements.csv' },
  { key: 'cells', file: 'cells.csv' },
  { key: 'json', file: 'agreements.json' },
] as const;

export function DownloadsSection() {
  const t = useTranslations('data.downloads');
  return (
    <Section id="downloads" title={t('title')} aside={t('aside')}>
      <Table id="files" caption={t('caption')} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('file')}</ColumnHead>
            <ColumnHead>{t('content')}</ColumnHead>
            <ColumnHead>{t('use')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {downloads.map(({ key, file }) => (
            <Row key={key}>
              <RowHead>
                <a href={downloadPath(file)} className="link">
                  {file}
                </a>
              </RowHead>
              <Cell>{t(`files.${key}.content`)}</Cell>
              <Cell className="text-muted">{t(`files.${key}.use`)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

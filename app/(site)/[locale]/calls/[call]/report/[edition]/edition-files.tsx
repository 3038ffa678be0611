import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { authorName } from '@/lib/publication/downloads/dataset-edition';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';

/** How to cite a report, and its files with their checksums. */
export function EditionFiles({ edition, locale }: { edition: PublicEdition; locale: Locale }) {
  const t = useTranslations('reports.page');
  const paths = pathsIn(locale);
  const { call, number, title, publishedAt, files } = edition;
  return (
    <Section id="cite" title={t('cite')}>
      <p className="mb-5 max-w-measure font-serif wrap-anywhere">
        {t('citeText', {
          author: authorName(),
          date: publishedAt.slice(0, 10),
          title,
          edition: number,
          address: origin() + paths.callReport(call, number),
        })}
      </p>
      <Table id="report-files" caption={t('files')} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('file')}</ColumnHead>
            <ColumnHead>{t('size')}</ColumnHead>
            <ColumnHead>{t('checksum')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {files.map(({ name, size, sha256 }) => (
            <Row key={name}>
              <RowHead>
                <a href={paths.callReportFile(call, number, name)} className="link">
                  {name}
                </a>
              </RowHead>
              <Cell numeric className="whitespace-nowrap">
                {t('bytes', { bytes: size })}
              </Cell>
              <Cell>
                <code className="font-mono text-xs wrap-anywhere text-muted">{sha256}</code>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { PublicRelease } from '@/lib/publication/schema';

export function FilesSection({ release: { slug, files } }: { release: PublicRelease }) {
  const t = useTranslations('releases.page');
  return (
    <Section id="files" title={t('files')} aside={t('filesAside')}>
      <Table id="release-files" caption={t('filesCaption', { slug })} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('file')}</ColumnHead>
            <ColumnHead>{t('size')}</ColumnHead>
            <ColumnHead>{t('checksum')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {files.map(({ name, size, sha256, url }) => (
            <Row key={name}>
              <RowHead>
                <a href={url} className="link wrap-anywhere">
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

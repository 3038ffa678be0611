import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';

type CheckedFilesProps = {
  id: string;
  caption: string;
  /** `size` in bytes. */ files: readonly { name: string; size: number; sha256: string; href: string }[];
};

/** Files that never change, with their sizes and checksums. */
export function CheckedFiles({ id, caption, files }: CheckedFilesProps) {
  const t = useTranslations('releases.page');
  return (
    <Table id={id} caption={caption} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          <ColumnHead>{t('file')}</ColumnHead>
          <ColumnHead>{t('size')}</ColumnHead>
          <ColumnHead>{t('checksum')}</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {files.map(({ name, size, sha256, href }) => (
          <Row key={name}>
            <RowHead>
              <a href={href} className="link wrap-anywhere">
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
  );
}

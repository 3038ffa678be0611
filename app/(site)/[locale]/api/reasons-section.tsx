import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { AnySchema } from './schema-words';

type Said = Record<string, { status: number; sentence: string }>;

/** Every reason why a request can fail, with its sentence, from the document itself. */
export function ReasonsSection({ problem }: { problem: AnySchema }) {
  const t = useTranslations('api');
  const said = (problem.properties?.reason as { 'x-reasons'?: Said } | undefined)?.['x-reasons'] ?? {}; // put there by the document
  return (
    <Section id="reasons" title={t('reasons.title')} aside={t('reasons.aside')} layout="above">
      <Table id="reason-table" caption={t('reasons.caption')} captionHidden stacked className="text-sm">
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('columns.reason')}</ColumnHead>
            <ColumnHead>{t('columns.status')}</ColumnHead>
            <ColumnHead>{t('columns.sentence')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {Object.entries(said).map(([reason, { status, sentence }]) => (
            <Row key={reason}>
              <RowHead className="!font-normal">
                <code className="font-mono text-[0.92em]">{reason}</code>
              </RowHead>
              <Cell numeric>{status}</Cell>
              <Cell>{sentence}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

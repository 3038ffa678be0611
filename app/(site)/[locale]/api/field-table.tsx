import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { AnySchema } from './schema-words';
import { TypeWords } from './schema-words';

export type FieldRow = { name: string; place?: string; required: boolean; schema: AnySchema; description: string };

/** Names, types and meanings, of parameters or of fields. */
export function FieldTable({ id, caption, rows }: { id: string; caption: string; rows: FieldRow[] }) {
  const t = useTranslations('api');
  return (
    <Table id={id} caption={caption} captionHidden stacked className="text-sm">
      <thead role="rowgroup">
        <Row>
          <ColumnHead className="w-[11rem]">{t('columns.name')}</ColumnHead>
          <ColumnHead className="w-[14rem]">{t('columns.type')}</ColumnHead>
          <ColumnHead>{t('columns.meaning')}</ColumnHead>
        </Row>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ name, place, required, schema, description }) => (
          <Row key={`${place} ${name}`}>
            <RowHead className="!font-normal">
              <code className="font-mono text-[0.92em] wrap-anywhere">{name}</code>
              {(place !== undefined || required) && (
                <span className="block text-xs text-muted">
                  {[place, ...(required && place !== undefined ? [t('required')] : [])].filter(Boolean).join(', ')}
                </span>
              )}
            </RowHead>
            <Cell className="text-muted wrap-anywhere">
              <TypeWords schema={schema} />
            </Cell>
            <Cell>{description}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The fields of a schema; the fields of nested objects and lists come below the field that contains them. */
export function fieldsOf(schema: AnySchema, within = ''): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = within === '' ? name : `${within}.${name}`;
    const inner = [
      field,
      field.items,
      ...(field.anyOf ?? []),
      ...(field.oneOf ?? []),
      ...(field.items?.oneOf ?? []),
    ].flatMap((one) => (one?.properties ? fieldsOf(one, path) : []));
    return [
      {
        name: path,
        required: schema.required?.includes(name) ?? false,
        schema: field,
        description: field.description ?? '',
      },
      ...uniqueByName(inner),
    ];
  });
}

const uniqueByName = (rows: FieldRow[]) => [...new Map(rows.map((row) => [row.name, row])).values()];

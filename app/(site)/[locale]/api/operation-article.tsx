import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { oas31 } from 'zod-openapi';
import { FieldTable, fieldsOf } from './field-table';
import type { AnySchema } from './schema-words';
import { looked, TypeWords } from './schema-words';

export type Operation = oas31.OperationObject & { 'x-try'?: string };
type Props = { method: string; path: string; operation: Operation; origin: string };

/** One method of one API address. */
export function OperationArticle({ method, path, operation, origin }: Props) {
  const t = useTranslations('api');
  const { operationId = path, summary, description, parameters = [], requestBody, security } = operation;
  const asked = parameters.filter((one): one is oas31.ParameterObject => 'name' in one);
  const body = requestBody && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  return (
    <article aria-labelledby={operationId} className="border-t border-rule pt-6 pb-10">
      <h3 id={operationId}>{summary}</h3>
      <p className="mt-2 font-mono text-sm wrap-anywhere">
        <strong className="font-semibold text-accent">{method.toUpperCase()}</strong> {path}
      </p>
      {description && <p className="mt-3 max-w-measure">{description}</p>}
      {security && security.length > 0 && <p className="mt-2 font-mono text-sm text-muted">{t('token')}</p>}
      {asked.length > 0 && (
        <Part title={t('parameters')}>
          <FieldTable
            id={`${operationId}-parameters`}
            caption={t('parametersOf', { name: operationId })}
            rows={asked.map((one) => ({
              name: one.name,
              place: t(`places.${one.in === 'cookie' ? 'header' : one.in}`),
              required: one.required ?? false,
              schema: looked(one.schema),
              description: one.description ?? '',
            }))}
          />
        </Part>
      )}
      {body && (
        <Part title={t('body')}>
          <FieldTable
            id={`${operationId}-body`}
            caption={t('fields', { name: operationId })}
            rows={fieldsOf(looked(body.schema))}
          />
        </Part>
      )}
      <Answers operation={operation} origin={origin} />
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-6">
      <h4 className="eyebrow mb-2">{title}</h4>
      {children}
    </div>
  );
}

function Answers({ operation, origin }: Pick<Props, 'operation' | 'origin'>) {
  const t = useTranslations('api');
  const id = operation.operationId ?? '';
  const answers = Object.entries(
    (operation.responses ?? {}) as Record<string, oas31.ResponseObject & oas31.ReferenceObject>,
  ); // as the document has them
  const good = answers.filter(([, answer]) => '$ref' in answer === false);
  const json = good.find(([status]) => status.startsWith('2'))?.[1].content?.['application/json'];
  const schema: AnySchema = looked(json?.schema);
  const tryIt = operation['x-try'];
  return (
    <>
      <Part title={t('answer')}>
        <ul className="space-y-1 text-sm">
          {good.map(([status, { description }]) => (
            <li key={status}>
              <strong className="font-mono font-semibold">{status}</strong> {description}
            </li>
          ))}
        </ul>
        {json && (
          <p className="mt-2 text-sm text-muted">
            <TypeWords schema={schema} />
          </p>
        )}
        {schema.properties && (
          <FieldTable id={`${id}-answer`} caption={t('fields', { name: id })} rows={fieldsOf(schema)} />
        )}
      </Part>
      <Part title={t('errors')}>
        <p className="font-mono text-sm">
          {answers
            .filter(([, answer]) => '$ref' in answer)
            .map(([status]) => status)
            .join(', ')}
        </p>
      </Part>
      {tryIt !== undefined && (
        <Part title={t('try')}>
          <p className="font-mono text-sm wrap-anywhere">
            curl <a href={tryIt} className="link">{`${origin}${tryIt}`}</a>
          </p>
        </Part>
      )}
      {json?.example !== undefined && (
        <details className="mt-4">
          <summary className="cursor-pointer text-sm font-semibold text-accent">{t('example')}</summary>
          <pre
            tabIndex={0}
            className="mt-2 max-h-[32rem] overflow-auto border-s-2 border-rule bg-wash p-4 font-mono text-xs"
            aria-label={t('example')}
          >
            {JSON.stringify(json.example, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}

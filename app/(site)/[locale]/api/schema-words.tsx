import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject | oas31.ReferenceObject;
/** A schema of the document as this page reads it: `type` may be several. */
export type AnySchema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, AnySchema>;
  required?: string[];
  items?: AnySchema;
  additionalProperties?: AnySchema | boolean;
  anyOf?: AnySchema[];
  oneOf?: AnySchema[];
  allOf?: AnySchema[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
};
// the library's own type, identified by its content
export const looked = (schema: Schema | undefined) => (schema ?? {}) as AnySchema;

/** The highest number of values listed by name; a longer list is described by its type. */
const MAX_VALUES = 14;

const nameOf = (ref: string) => ref.split('/').at(-1) ?? ref;
export const shapeAnchor = (name: string) => `shape-${name}`;

/** A schema in words; named schemas are linked. */
export function TypeWords({ schema }: { schema: AnySchema }): ReactNode {
  const t = useTranslations('api.types');
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref);
    return (
      <a href={`#${shapeAnchor(name)}`} className="link">
        {name}
      </a>
    );
  }
  if (schema.const !== undefined) return t('always', { value: String(schema.const) });
  if (schema.enum && schema.enum.length <= MAX_VALUES)
    return t('oneOf', { values: schema.enum.map(String).join(', ') });
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return choices.map((one, at) => <TypeChoice key={at} schema={one} later={at > 0} />);
  if (Array.isArray(schema.type))
    return schema.type.map((type, at) => <TypeChoice key={type} schema={{ ...schema, type }} later={at > 0} />);
  if (schema.type === 'array' && schema.items)
    return t.rich('listOf', { of: () => <TypeWords schema={schema.items ?? {}} /> });
  const values = schema.additionalProperties;
  if (schema.type === 'object' && typeof values === 'object')
    return t.rich('mapOf', { of: () => <TypeWords schema={values} /> });
  return t(isPlain(schema.type) ? schema.type : 'any');
}

const PLAIN = ['string', 'integer', 'number', 'boolean', 'null', 'object', 'array'] as const;
const isPlain = (type: unknown): type is (typeof PLAIN)[number] => (PLAIN as readonly unknown[]).includes(type);

function TypeChoice({ schema, later }: { schema: AnySchema; later: boolean }) {
  const t = useTranslations('api.types');
  return (
    <>
      {later && t('or')}
      <TypeWords schema={schema} />
    </>
  );
}

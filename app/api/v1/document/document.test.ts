import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { REASONS } from '@/lib/platform/errors';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { apiDocument } from './document';
import { readIllustrated } from './illustrated';

useTestDatabase();

const ROOT = new URL('../../..', import.meta.url); // app
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The answer for an address without a route. */
const NOWHERE = '[[...path]]';

/** Every route below app/api/v1 and app/data by its address. */
const routes = ['api/v1', 'data'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.includes(NOWHERE))
    .map((file) => ({
      file: `${folder}/${file}`,
      address: `/${folder}/${file
        .replace(/\/route\.ts$/, '')
        .replaceAll('[', '{')
        .replaceAll(']', '}')}`,
    })),
);

describe('the API’s description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(await readIllustrated()) as never); // typed as any document
    expect(result.errors).toBeUndefined();
    expect([result.valid, validator.version]).toEqual([true, '3.1']);
  });

  it('has no recursive shape and the exact union of values, so that generated types compile under strict', () => {
    const schemas = apiDocument().components?.schemas ?? {};
    const refersTo = (name: string) => [
      ...new Set(
        [...JSON.stringify(schemas[name]).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, other = '']) => other),
      ),
    ];
    const reached = (name: string, through: string[]): string[] =>
      through.includes(name) ? [name] : refersTo(name).flatMap((other) => reached(other, [...through, name]));
    expect(Object.keys(schemas).filter((name) => reached(name, []).includes(name))).toEqual([]);
    expect(Object.keys(schemas).filter((name) => /^__|Output$/.test(name))).toEqual([]);
    const { anyOf } = schemas.Value as {
      anyOf: { type: string; items?: object; properties?: object; additionalProperties?: boolean }[];
    }; // looked at here
    expect(anyOf.map(({ type }) => type)).toEqual(['string', 'array', 'object', 'object', 'null']);
    expect([anyOf[1]?.items, Object.keys(anyOf[2]?.properties ?? {}), anyOf[2]?.additionalProperties]).toEqual([
      { type: 'string' },
      ['count', 'unit', 'asOf', 'list', 'link'],
      false,
    ]);
    // the parts of every record, and no other
    expect(Object.keys(anyOf[3]?.properties ?? {})).toEqual(expect.arrayContaining(['event', 'date', 'relation']));
    expect(anyOf[3]?.additionalProperties).toBe(false);
    expect((schemas.Cell as { properties: object }).properties).toMatchObject({
      value: { $ref: '#/components/schemas/Value' },
    }); // as above
  });

  it('passes common linters: it has a contact, words and a name for each operation, and no unused part', () => {
    const document = apiDocument();
    expect(document.info.contact?.url).toMatch(/^https?:/);
    const operations = Object.values(document.paths ?? {}).flatMap((path) =>
      METHODS.flatMap((method) => path[method] ?? []),
    );
    for (const { operationId, summary, description, tags } of operations) {
      expect([operationId, summary, description]).toEqual(
        [operationId, summary, description].map(() => expect.stringMatching(/\S/) as string),
      );
      expect(document.tags?.map(({ name }) => name)).toEqual(expect.arrayContaining(tags ?? ['none']));
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const said = JSON.stringify(document);
    const parts = (['schemas', 'responses', 'headers'] as const).flatMap((kind) =>
      Object.keys(document.components?.[kind] ?? {}).map((name) => `#/components/${kind}/${name}`),
    );
    expect(parts.filter((part) => !said.includes(`"${part}"`))).toEqual([]);
  });

  it('has every route and no other', async () => {
    const documented = Object.keys(apiDocument().paths ?? {});
    expect(documented.toSorted()).toEqual(routes.map(({ address }) => address).toSorted());
    expect(routes.length).toBeGreaterThan(15);
  });

  it.each(routes)('has the methods of $address', async ({ file, address }) => {
    const route = (await import(new URL(file, ROOT).pathname)) as Record<string, { name: string } | undefined>;
    // One function answers all methods that an address does not have.
    const answers = METHODS.filter(
      (method) => route[method.toUpperCase()] !== undefined && route[method.toUpperCase()]?.name !== 'refused',
    );
    const path = apiDocument().paths?.[address];
    expect(METHODS.filter((method) => path?.[method] !== undefined)).toEqual(answers);
  });

  it('names each operation once, says what it does, and refers only to existing parts', () => {
    const document = apiDocument();
    const operations = Object.values(document.paths ?? {}).flatMap((path) =>
      METHODS.flatMap((method) => path[method] ?? []),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const tags = document.tags?.map(({ name }) => name);
    for (const { summary, tags: own } of operations)
      expect([summary, tags]).toEqual([expect.stringMatching(/^[A-Z]/), expect.arrayContaining(own ?? ['none'])]);
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)].map(
      ([, kind = '', name = '']) => [kind, name] as const,
    );
    const components = document.components as Record<string, Record<string, object>>; // looked up by what was found
    for (const [kind, name] of refs)
      expect([kind, name, typeof components[kind]?.[name]]).toEqual([kind, name, 'object']);
  });

  it('has every reason with its sentence, and describes every parameter', () => {
    const { properties } = (apiDocument().components?.schemas?.Problem ?? {}) as {
      properties: { reason: { enum: string[]; 'x-reasons': Record<string, { status: number; sentence: string }> } };
    }; // looked at below
    const { reason } = properties;
    expect(reason.enum).toEqual(Object.keys(REASONS));
    for (const [name, { status, sentence }] of Object.entries(reason['x-reasons']))
      expect([status, sentence]).toEqual([REASONS[name as keyof typeof REASONS], expect.stringMatching(/\.$/)]);
    const parameters = Object.values(apiDocument().paths ?? {}).flatMap((path) =>
      METHODS.flatMap((method) => path[method]?.parameters ?? []),
    );
    expect(parameters.length).toBeGreaterThan(40);
    for (const parameter of parameters)
      expect(parameter).toMatchObject({ description: expect.stringMatching(/\.$/) as string });
  });
});

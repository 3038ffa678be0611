import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { ParameterWords } from '@/app/api/v1/parameters';
import { headersNamed } from './headers';
import { problemsWith } from './problems';

/** A request's parameters as its route parses them. Each is described by the sentence that rejects a wrong value. */
export function described<Schema extends z.ZodObject>(schema: Schema, words: ParameterWords<Schema>) {
  const said: Record<string, string> = words;
  return z.object(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, (field as z.ZodType).describe(said[name] ?? '')]),
    ),
  );
}

export type Reading = {
  /** Its name in generated programs. */
  id: string;
  tag: string;
  summary: string;
  description?: string;
  path: string;
  named?: z.ZodObject;
  query?: z.ZodObject;
  answer: z.ZodType;
  /** The operation is a list with pages. */
  paged?: boolean;
  /** An address that works on every installation with the dataset. */
  tryIt: string;
};

/** A public address to read: all have the same limits, conditions and failures. */
export function readings(list: Reading[]): ZodOpenApiPathsObject {
  return Object.fromEntries(list.map((reading) => [reading.path, { get: readingOf(reading) }]));
}

function readingOf({
  id,
  tag,
  summary,
  description,
  named,
  query,
  answer,
  paged = false,
  tryIt,
}: Reading): ZodOpenApiOperationObject {
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    'x-try': tryIt,
    security: [],
    requestParams: { ...(named && { path: named }), ...(query && { query }), header: conditions },
    responses: {
      200: {
        description: paged
          ? 'One page of the list; “next” and the header Link say where the next one is.'
          : 'What was asked for.',
        headers: headersNamed(
          'ETag',
          'Last-Modified',
          ...(paged ? (['Link'] as const) : []),
          'RateLimit-Policy',
          'RateLimit',
        ),
        content: { 'application/json': { schema: answer } },
      },
      304: {
        description: 'Nothing has changed since the answer with this entity tag.',
        headers: headersNamed('ETag', 'RateLimit-Policy', 'RateLimit'),
      },
      ...problemsWith(400, ...(named || query ? ([404] as const) : []), 429, 503),
    },
  };
}

export const conditions = z.object({
  'If-None-Match': z.string().optional().describe('The entity tag of an earlier answer.'),
  'If-Modified-Since': z
    .string()
    .optional()
    .describe('The date of an earlier answer, for programs without its entity tag, which is more exact.'),
});

/** A list in the API's form. */
export const listOf = (row: z.ZodType, place: string | null = null) =>
  z.strictObject({
    data: z.array(row),
    next:
      place === null
        ? z.null().describe('The list comes whole.')
        : z
            .string()
            .nullable()
            .describe(`What to give as “after” for the next page, ${place}; null at the end of the list.`),
  });

import type { ZodOpenApiHeaderObject } from 'zod-openapi';

const text = { type: 'string' as const };

/** Each header of an answer, by the name that answers use for it. */
export const HEADERS = {
  ETag: {
    description:
      'Names this state of the answer. Send it back as If-None-Match to be told 304 as long as nothing has changed.',
    schema: text,
    example: 'W/"xrXtnKY9C9JT3zjDkN75DJ2T8WO"',
  },
  'Last-Modified': {
    description: 'Since when this server has had the content as it is; of a release, when it was published.',
    schema: text,
    example: 'Sun, 22 Nov 2026 10:00:00 GMT',
  },
  'Accept-Ranges': {
    description: 'A part of the file can be asked for, with the header Range.',
    schema: { type: 'string' as const, enum: ['bytes'] },
  },
  'Content-Range': {
    description: 'Which bytes of how many are in the answer.',
    schema: text,
    example: 'bytes 0-99/60211',
  },
  Link: {
    description: 'Where there are more rows: the address of the next page, as rel="next" (RFC 8288).',
    schema: text,
    example: '</api/v1/agreements?limit=10&after=gcsc>; rel="next"',
  },
  'RateLimit-Policy': {
    description: 'How many requests (q) a network may make in how many seconds (w).',
    schema: text,
    example: '"reading";q=600;w=60',
  },
  RateLimit: {
    description: 'How many of them are left (r), and in how many seconds the count begins anew (t).',
    schema: text,
    example: '"reading";r=598;t=42',
  },
  'Retry-After': {
    description: 'In how many seconds the same request will be answered again.',
    schema: { type: 'integer' as const },
    example: 42,
  },
  Location: {
    description: 'The address under which the contribution will be public, once it is published.',
    schema: text,
  },
} satisfies Record<string, ZodOpenApiHeaderObject>;

export const headersNamed = (...names: (keyof typeof HEADERS)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

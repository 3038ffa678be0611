import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { sentenceFor } from '@/app/server/problem';
import { failure, REASONS } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';
import { headersNamed } from './headers';

// The keys of this object are its key type, and there is at least one.
const reasons = Object.keys(REASONS) as [Reason, ...Reason[]];

/** Every reason with its status and sentence, as in `problem`. */
const said = Object.fromEntries(
  reasons.map((reason) => [reason, { status: REASONS[reason], sentence: sentenceFor(failure(reason)) }]),
);

const issue = z.strictObject({
  path: z
    .string()
    .describe(
      'Where: the name of a parameter or header, or the place in the body, such as proposals.0.changes.3.value.',
    ),
  code: z.string().optional().describe('Which fault, as a word for programs; in bodies only.'),
  detail: z.string().describe('The fault in a sentence.'),
});

export const problemShape = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().describe('The name of the status.'),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What is the matter, in a sentence.'),
    reason: z.enum(reasons).describe('What is the matter, as a word for programs.').meta({ 'x-reasons': said }),
    issues: z.array(issue).optional().describe('Each fault in what was sent.'),
  })
  .describe('What any request that fails is answered with (RFC 9457).');

const EXPLAINED = {
  400: 'A parameter, a header or the body can’t be read; each fault is named.',
  401: 'There is no token, or one that does not count.',
  403: 'The token’s owner may not do this.',
  404: 'There is nothing of this name.',
  409: 'It does not fit the current state; nothing was stored.',
  413: 'The body is larger than 2 MB.',
  415: 'The body is not JSON.',
  416: 'The part that was asked for begins after the end of the file; Content-Range says how long it is.',
  422: 'Something in the body is not as it should be; each fault is named. Nothing was stored.',
  429: 'Too many requests from one network; the answer says when there is room again.',
  500: 'Something went wrong on our side.',
  503: 'The database is out of reach for the moment.',
} as const;
export type ProblemStatus = keyof typeof EXPLAINED;

const nameOf = (status: ProblemStatus) => (STATUS_CODES[status] ?? '').replaceAll(/[^A-Za-z]/g, '');

/** The answers to failed requests, by the name that operations use for them. */
export const PROBLEMS: Record<string, ZodOpenApiResponseObject> = Object.fromEntries(
  Object.entries(EXPLAINED).map(([code, description]) => {
    const status = Number(code) as ProblemStatus; // a key of the table above
    const headers = status === 429 || status === 503 ? headersNamed('Retry-After') : undefined;
    return [
      nameOf(status),
      { description, ...(headers && { headers }), content: { 'application/problem+json': { schema: problemShape } } },
    ];
  }),
);

/** Any operation can fail on the server's side. */
export const problemsWith = (...statuses: ProblemStatus[]) =>
  Object.fromEntries(
    [...statuses, 500 as const].map((status) => [
      `${status}` as const,
      { $ref: `#/components/responses/${nameOf(status)}` },
    ]),
  );

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { decidable, decided, queueRow } from '@/app/api/v1/desk/answers';
import { parameters, words } from '@/app/api/v1/desk/contributions/parameters';
import { reference } from '@/app/api/v1/parameters';
import { decisionsInput } from '@/lib/review/schema';
import { described, listOf } from './operations';
import { problemsWith } from './problems';

const named = z.object({ reference: reference.describe('The reference of a contribution.') });
const common = { tags: ['Desk'], security: [{ token: [] }] };

/** For editors' own programs, with a token made at the desk. */
export const deskPaths: ZodOpenApiPathsObject = {
  '/api/v1/desk/contributions': {
    get: {
      ...common,
      operationId: 'listQueue',
      summary: 'The desk’s queue',
      description: 'Newest first unless another order is asked for.',
      requestParams: { query: described(parameters, words) },
      responses: {
        200: {
          description: 'One page of the queue.',
          content: { 'application/json': { schema: listOf(queueRow, 'a place in this order') } },
        },
        ...problemsWith(400, 401, 403, 503),
      },
    },
  },
  '/api/v1/desk/contributions/{reference}': {
    get: {
      ...common,
      operationId: 'readDecidable',
      summary: 'One contribution as its decisions need it',
      description:
        'Each proposed cell with the version to name as seen, and with base, current and proposed value, and rivals.',
      requestParams: { path: named },
      responses: {
        200: { description: 'The contribution.', content: { 'application/json': { schema: decidable } } },
        ...problemsWith(400, 401, 403, 404, 503),
      },
    },
  },
  '/api/v1/desk/contributions/{reference}/decisions': {
    post: {
      ...common,
      operationId: 'decide',
      summary: 'Decide on proposed cells',
      description: 'Any number of them at once: all are decided, or none. The same request again changes nothing.',
      requestParams: { path: named },
      requestBody: { required: true, content: { 'application/json': { schema: decisionsInput } } },
      responses: {
        200: {
          description: 'What was decided, or with dryRun what would be.',
          content: { 'application/json': { schema: decided } },
        },
        ...problemsWith(400, 401, 403, 404, 409, 413, 415, 422, 503),
      },
    },
  },
};

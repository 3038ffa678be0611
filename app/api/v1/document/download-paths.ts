import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { parameters, words } from '@/app/data/parameters';
import { FILES, mediaTypeOf } from '@/lib/publication/downloads/files';
import { downloadPath } from '@/lib/platform/i18n/paths';
import { releaseSlug } from '@/lib/publication/past/snapshot';
import { CITATIONS } from '@/lib/publication/releases/citation';
import { headersNamed } from './headers';
import { conditions, described } from './operations';
import { problemsWith } from './problems';

const TYPES = new Map([
  ...FILES.map((name) => [name, mediaTypeOf(name) ?? ''] as const),
  ...Object.entries(CITATIONS).map(([name, { mediaType }]) => [name, mediaType] as const),
]);
const file = z.enum([...TYPES.keys()] as [string, ...string[]]).describe('The name of the file.'); // there is at least one

/** A type for each kind of file; `datapackage.json` describes the contents. */
const content = Object.fromEntries([...new Set(TYPES.values())].map((type) => [type, {}]));

const part = z.object({
  Range: z.string().optional().describe('Which bytes of the file to send, such as bytes=0-99. One part at a time.'),
  'If-Range': z
    .string()
    .optional()
    .describe('The entity tag or date of the part that is there: if the file is another one by now, all of it comes.'),
});

function download(id: string, summary: string, description: string, named: z.ZodObject): ZodOpenApiOperationObject {
  return {
    operationId: id,
    tags: ['Files'],
    summary,
    description,
    'x-try': downloadPath('cells.csv'),
    security: [],
    requestParams: { path: named, query: described(parameters, words), header: conditions.extend(part.shape) },
    responses: {
      200: {
        description: 'The file.',
        headers: headersNamed('ETag', 'Last-Modified', 'Accept-Ranges', 'RateLimit-Policy', 'RateLimit'),
        content,
      },
      206: {
        description: 'The part of the file that was asked for.',
        headers: headersNamed('ETag', 'Last-Modified', 'Content-Range', 'RateLimit-Policy', 'RateLimit'),
        content,
      },
      304: {
        description: 'Nothing has changed since the answer with this entity tag.',
        headers: headersNamed('ETag', 'RateLimit-Policy', 'RateLimit'),
      },
      ...problemsWith(400, 404, 416, 429, 503),
    },
  };
}

export const downloadPaths: ZodOpenApiPathsObject = {
  [downloadPath('{file}')]: {
    get: download(
      'downloadLatest',
      'A file of the current dataset',
      'CSV, JSON and Excel, with a Frictionless data package and a description beside each.',
      z.object({ file }),
    ),
  },
  [downloadPath('{file}', '{release}')]: {
    get: download(
      'downloadReleased',
      'A file of a release',
      'Byte for byte as it was frozen: its checksum never changes.',
      z.object({ release: releaseSlug.describe('The name of a release, such as 2026.1.'), file }),
    ),
  },
};

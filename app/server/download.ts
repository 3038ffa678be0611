import { failure } from '@/lib/platform/errors';
import { problem } from './problem';
import { FILE_KINDS } from '@/lib/contributions/files/constants';
import { contentDisposition } from '@/lib/contributions/files/file-name';
import type { FileContent } from '@/lib/contributions/files/files';

/**
 * A file somebody sent us, on its way to somebody else: saved, never shown. Its type is one of the few we take, and a browser
 * is told not to guess another. That nothing in it may run, should it be opened all the same, is said in next.config.js: a policy
 * named there stands above one named here.
 */
export function downloadOf(file: FileContent | null): Response {
  if (!file) return problem(failure('not_found'));
  const mediaType =
    FILE_KINDS.find((kind) => kind.mediaType === file.mediaType)?.mediaType ?? 'application/octet-stream';
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': contentDisposition(file.name),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}

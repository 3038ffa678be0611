import { failure } from '@/lib/platform/errors';
import { problem } from './problem';
import { FILE_KINDS } from '@/lib/contributions/files/constants';
import { contentDisposition } from '@/lib/contributions/files/file-name';
import type { FileContent } from '@/lib/contributions/files/files';

/** The headers of a file that the desk makes: downloaded, never stored on its way, never in a search engine. */
export const deskFileHeaders = ({ name, type }: { name: string; type: string }): Record<string, string> => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${encodeURIComponent(name)}"`,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
});

/**
 * A file from a contributor: downloaded, never displayed. Its type is one of the few accepted ones, and the browser
 * must not guess another. next.config.js sets the policy that forbids it to run anything: a policy set there overrides
 * one set here.
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

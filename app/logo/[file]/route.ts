import { failure } from '@/lib/platform/errors';
import { readLogoFile } from '@/lib/platform/settings/logo';
import { problem } from '@/app/server/problem';

type Context = { params: Promise<{ file: string }> };

/** The site's logo. Its address names its content, so it may be kept for good. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const found = /^[0-9a-f]{16}\.(png|jpg)$/.test(file) ? await readLogoFile(file) : null;
  if (!found) return problem(failure('not_found'));
  return new Response(found.bytes, {
    headers: {
      'Content-Type': found.mediaType,
      'Content-Length': String(found.bytes.byteLength),
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${file}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

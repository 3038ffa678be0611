import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';

/** The size of a form around its one file: the boundaries, names and headers of its parts. */
const ENVELOPE = 64 * 1024;

/**
 * The one file of a posted form. Reads no more than a file of `most` bytes needs: a body with a larger stated length is
 * not read at all, and reading stops where the body turns out too long. Reasons: `file_too_large`, `file_needed` (no
 * such field, or none was chosen), `one_file_only` (none of several is kept), `malformed`.
 */
export async function readUpload(request: Request, most: number): Promise<Result<{ name: string; bytes: Buffer }>> {
  if (Number(request.headers.get('content-length')) > most + ENVELOPE) return failure('file_too_large');
  const body = await readBytes(request, most + ENVELOPE);
  if (body === null) return failure('file_too_large');
  const files = await filesIn(body, request.headers.get('content-type') ?? '');
  if (files === 'malformed') return failure('malformed');
  const [file, another] = files;
  if (!file) return failure('file_needed');
  if (another) return failure('one_file_only');
  return { ok: true, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** Null if the body is larger than the limit. Counts while reading, because a stated length can be wrong or missing. */
async function readBytes(request: Request, most: number): Promise<Buffer<ArrayBuffer> | null> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    // Not cancelled: that would close the connection before the client could read the reason. The server drops the
    // remaining bytes.
    if (bytes > most) return null;
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/**
 * The files of a form, in any field: a file under another name would otherwise be lost silently. An empty field has
 * none.
 */
async function filesIn(body: Buffer<ArrayBuffer>, type: string): Promise<File[] | 'malformed'> {
  try {
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
    return [...form.values()]
      .filter((value) => value instanceof File)
      .filter(({ size, name }) => size > 0 || name !== '');
  } catch {
    return 'malformed';
  }
}

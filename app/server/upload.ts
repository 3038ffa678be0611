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

/**
 * The files of a posted form that takes several, with its other fields. Reasons: `too_much_at_once` (more bytes or files
 * than `most`), `file_needed`, `malformed`.
 */
export async function readUploads(
  request: Request,
  most: { bytes: number; files: number },
): Promise<Result<{ form: FormData; files: { name: string; bytes: Buffer }[] }>> {
  const limit = most.bytes + ENVELOPE;
  const tooLong = Number(request.headers.get('content-length')) > limit;
  const body = tooLong ? null : await readBytes(request, limit);
  if (body === null) return failure('too_much_at_once');
  const form = await formIn(body, request.headers.get('content-type') ?? '');
  if (form === 'malformed') return failure('malformed');
  const files = filesOf(form);
  if (files.length === 0) return failure('file_needed');
  if (files.length > most.files) return failure('too_much_at_once');
  const read = files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }));
  return { ok: true, form, files: await Promise.all(read) };
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
  const form = await formIn(body, type);
  return form === 'malformed' ? form : filesOf(form);
}

async function formIn(body: Buffer<ArrayBuffer>, type: string): Promise<FormData | 'malformed'> {
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData();
  } catch {
    return 'malformed';
  }
}

const filesOf = (form: FormData): File[] =>
  [...form.values()].filter((value) => value instanceof File).filter(({ size, name }) => size > 0 || name !== '');

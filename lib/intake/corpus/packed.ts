import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { makeZip } from '@/prisma/factories/files';
import type { ZipPart } from '@/prisma/factories/files';

/** A document as small as it gets, because it is kept in the repository; any other file as it is. */
export async function packed(bytes: Buffer): Promise<Buffer> {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes;
  const zip = await yauzl.fromBufferPromise(bytes);
  const parts: ZipPart[] = [];
  for await (const entry of zip.eachEntry()) {
    if (/^(Thumbnails|Configurations2)\//.test(entry.fileName)) continue;
    const content = await buffer(await zip.openReadStreamPromise(entry));
    parts.push({ name: entry.fileName, content, stored: entry.fileName === 'mimetype' });
  }
  return makeZip(parts, 9);
}

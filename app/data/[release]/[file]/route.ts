import { z } from 'zod';
import { aboutFile, nameOfDownload } from '@/app/data/headers';
import { parameters, words } from '@/app/data/parameters';
import { answerBytes } from '@/app/server/answer-bytes';
import { FROZEN_CACHE_CONTROL, withheldAnswer } from '@/app/server/frozen';
import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { BYTE_ORDER_MARK } from '@/lib/platform/csv';
import { releaseSlug } from '@/lib/publication/past/snapshot';
import { readReleasedFile } from '@/lib/publication/releases/releases';
import { readWithholding } from '@/lib/publication/withholding/withholding';

const fileName = z.string().regex(/^[\w.-]{1,80}$/);

/**
 * A file of a release, byte for byte as frozen. Its entity tag is its checksum. One of a release that is withheld answers
 * 451 with the reason.
 */
export const GET = reading<{ release: string; file: string }>(async (request, { release, file }) => {
  if (!releaseSlug.safeParse(release).success || !fileName.safeParse(file).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const found = await readReleasedFile(release, file);
  if (!found) return failure('not_found');
  const withheld = await readWithholding({ kind: 'release', key: release });
  if (withheld) return withheldAnswer({ ...withheld, sha256: found.sha256 });
  const bom = asked.parameters.bom === '1' && file.endsWith('.csv');
  const etag = `"${found.sha256}${bom ? '-bom' : ''}"`;
  return answerBytes(request, {
    body: bom ? Buffer.concat([Buffer.from(BYTE_ORDER_MARK), found.bytes]) : found.bytes,
    etag,
    modified: found.publishedAt,
    type: found.mediaType,
    headers: { ...nameOfDownload(file), ...aboutFile(file), 'Cache-Control': FROZEN_CACHE_CONTROL },
    inParts: true,
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

import { answerBytes } from '@/app/server/answer-bytes';
import { FROZEN_CACHE_CONTROL, withheldAnswer } from '@/app/server/frozen';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { refuseParameters } from '@/app/api/v1/parameters';
import { failure } from '@/lib/platform/errors';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { readEdition, readEditionFile } from '@/lib/publication/reports/editions/editions';
import { FILE_POLICY } from '@/lib/publication/reports/formats';

type Params = { locale: string; call: string; edition: string; file: string };

/**
 * A file of a published report, byte for byte as it was frozen. Its entity tag is its checksum. One that is withheld
 * answers 451 with the reason. Fails with `not_found`.
 */
export const GET = reading<Params>(async (request, { call, edition: named, file }) => {
  const refused = refuseParameters(request);
  if (refused) return refused;
  if (!/^[1-9]\d{0,5}$/.test(named) || !/^[\w.-]{1,100}$/.test(call)) return failure('not_found');
  const edition = await readEdition(call, Number(named));
  const listed = edition?.files.find(({ name }) => name === file);
  if (!edition || !listed) return failure('not_found');
  if (edition.withheld) return withheldAnswer({ ...edition.withheld, sha256: listed.sha256 });
  const found = await readEditionFile(call, edition.number, file);
  if (!found) return failure('not_found');
  return answerBytes(request, {
    body: found.bytes,
    etag: `"${found.sha256}"`,
    modified: found.publishedAt,
    type: found.mediaType,
    headers: {
      'Cache-Control': FROZEN_CACHE_CONTROL,
      'Content-Disposition': `${file.endsWith('.docx') ? 'attachment' : 'inline'}; filename="${filePrefix()}-${call}-${edition.number}-${file}"`,
      'Content-Security-Policy': FILE_POLICY,
    },
    inParts: true,
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

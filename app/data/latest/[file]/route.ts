import { aboutFile, nameOfDownload } from '@/app/data/headers';
import { parameters, words } from '@/app/data/parameters';
import { sendPublished } from '@/app/server/published-body';
import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading } from '@/app/api/v1/reading';
import { origin } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import { makeFile, mediaTypeOf } from '@/lib/publication/downloads/files';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { citationOfToday } from '@/lib/publication/releases/releases';
import { CITATIONS, isCitation } from '@/lib/publication/releases/citation';
import { TAGS } from '@/lib/platform/cache/tags';

/** The present dataset, as a file. */
export const GET = reading<{ file: string }>(async (request, { file }) => {
  if (isCitation(file)) return sendCitation(request, file);
  const type = mediaTypeOf(file);
  if (type === null) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const bom = asked.parameters.bom === '1' && file.endsWith('.csv');
  return sendPublished(request, {
    key: `download:${file}${bom ? ':bom' : ''}`,
    tags: [TAGS.dataset, TAGS.participants, TAGS.contributions],
    type,
    headers: { ...nameOfDownload(file), ...aboutFile(file) },
    make: async () => makeFile(file, await readDataset(), { origin: origin(), release: null }, { bom }),
  });
});

/** How to cite the dataset today: its newest release, if there is one. */
const sendCitation = (request: Request, file: keyof typeof CITATIONS) =>
  sendPublished(request, {
    key: `download:${file}`,
    tags: [TAGS.dataset, TAGS.releases],
    type: CITATIONS[file].mediaType,
    headers: { ...nameOfDownload(file), ...aboutFile(file) },
    make: async () => {
      const cited = await citationOfToday(origin());
      return cited && CITATIONS[file].write(cited);
    },
  });

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

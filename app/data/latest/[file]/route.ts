import { z } from 'zod';
import { sendPublished } from '@/app/_server/published-body';
import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, reading } from '@/app/api/v1/reading';
import { failure } from '@/lib/errors';
import { DOWNLOADS } from '@/lib/publishing/downloads';
import { listAgreements, listCriterionSets } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

const parameters = z.strictObject({ bom: z.literal('1').optional() });
const words = { bom: 'bom is 1 for a file that Excel is to open, and absent otherwise.' };

/** The dataset as it stands now, as a file. */
export const GET = reading<{ file: string }>(async (request, { file }) => {
  const download = Object.hasOwn(DOWNLOADS, file) ? DOWNLOADS[file] : undefined;
  if (!download) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const bom = asked.parameters.bom === '1';
  return sendPublished(request, {
    key: `download:${file}${bom ? ':bom' : ''}`,
    tags: [TAGS.dataset],
    type: download.type,
    headers: { 'Content-Disposition': `${file.endsWith('.csv') ? 'attachment' : 'inline'}; filename="${file}"` },
    make: async () => {
      const [agreements, criterionSets] = await Promise.all([listAgreements(), listCriterionSets()]);
      return download.make({ agreements, criterionSets }, { bom });
    },
  });
});

export const OPTIONS = allowReading;

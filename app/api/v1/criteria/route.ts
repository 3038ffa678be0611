import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { listCriterionSets } from '@/lib/publication/agreements';
import { TAGS } from '@/lib/platform/cache/tags';

/** The criterion sets, each with its criteria in order. */
export const GET = reading((request) =>
  sendJson(request, { key: 'criteria', tags: [TAGS.dataset], load: async () => wholeList(await listCriterionSets()) }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

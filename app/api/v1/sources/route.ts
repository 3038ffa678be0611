import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';
import { listSources } from '@/lib/publication/sources';

/** The documents that cells rest on. */
export const GET = reading((request) =>
  sendJson(request, {
    key: 'sources',
    tags: [TAGS.dataset, TAGS.sources],
    load: async () => wholeList(await listSources()),
  }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

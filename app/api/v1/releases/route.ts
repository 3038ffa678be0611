import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { listReleases } from '@/lib/publication/releases/releases';
import { TAGS } from '@/lib/platform/cache/tags';

/** The frozen states of the dataset, newest first. */
export const GET = reading((request) =>
  sendJson(request, { key: 'releases', tags: [TAGS.releases], load: async () => wholeList(await listReleases()) }),
);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { routing } from '@/lib/platform/i18n/routing';
import { searchPublic } from '@/lib/publication/search/search';
import { parameters, words } from './parameters';

const HITS = 5;

/** What the search page finds: everything public that has each of the words, in groups. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { q, group, limit = HITS } = asked.parameters;
  // There are too many different searches to keep them.
  return sendJson(request, {
    tags: [],
    load: () => searchPublic({ sought: q, group, limit, locale: routing.defaultLocale }),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

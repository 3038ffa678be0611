import { asksForAll, badRequest, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { listProjects } from '@/lib/publication/projects';
import type { PublicProject } from '@/lib/publication/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { parameters, words } from './parameters';

const placeOf = ({ contribution, number }: PublicProject) => `${contribution}.${number}`;

/**
 * The projects of published contributions, the newest first; with `agreement` or `criterion` those that put it into
 * practice.
 */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { agreement, criterion, after, limit = MAX_ROWS } = asked.parameters;
  const load = async () => {
    const all = await listProjects();
    const start = after === undefined ? 0 : all.findIndex((project) => placeOf(project) === after) + 1;
    if (after !== undefined && start === 0) return null;
    const wanted = all.slice(start).filter((project) => concerns(project, { agreement, criterion }));
    return pageOf(wanted, limit, placeOf);
  };
  if (asksForAll(asked.parameters))
    return sendJson(request, { key: 'projects', tags: [TAGS.contributions, TAGS.dataset], load });
  const page = await load();
  // An unknown position would look like the end of the list, so the client would take the list for complete.
  return page
    ? sendJson(request, { tags: [], load: async () => page })
    : badRequest([{ path: 'after', detail: words.after }]);
});

function concerns(
  { agreements, criteria }: PublicProject,
  { agreement, criterion }: { agreement?: string; criterion?: string },
): boolean {
  if (agreement !== undefined && !agreements.some(({ slug }) => slug === agreement)) return false;
  return criterion === undefined || criteria.some(({ key }) => key === criterion);
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

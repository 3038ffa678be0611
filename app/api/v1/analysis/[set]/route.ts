import { keyOf, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementsAt, criterionSets } from '@/app/server/published';
import { TAGS } from '@/lib/platform/cache/tags';
import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { analysisRecord } from '@/lib/publication/analysis/record';
import { parameters, words } from './parameters';

/** The statistics of one set of criteria, today or in a past state of the dataset. */
export const GET = reading<{ set: string }>(async (request, { set: slug }) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { at, space } = asked.parameters;
  return sendJson(request, {
    key: keyOf(`analysis ${slug}`, asked.parameters),
    tags: [TAGS.dataset, ...(at === undefined ? [] : [TAGS.releases])],
    load: async () => {
      const set = (await criterionSets()).find((one) => one.slug === slug);
      const agreements = set && (await agreementsAt(at));
      const limits = `${origin()}${pathsIn(routing.defaultLocale).limits}`;
      return set && agreements ? analysisRecord({ agreements, set, space, limits }) : null;
    },
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

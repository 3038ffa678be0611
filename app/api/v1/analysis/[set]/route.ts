import { keyOf, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { TAGS } from '@/lib/platform/cache/tags';
import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { listAgreements, listCriterionSets } from '@/lib/publication/agreements';
import { analysisRecord } from '@/lib/publication/analysis/record';
import { listAgreementsAt } from '@/lib/publication/past/past';
import { endOf, isDay } from '@/lib/publication/past/snapshot';
import { readReleasedAgreements } from '@/lib/publication/releases/releases';
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
      const set = (await listCriterionSets()).find((one) => one.slug === slug);
      const agreements = set && (await agreementsAt(at));
      const limits = `${origin()}${pathsIn(routing.defaultLocale).limits}`;
      return set && agreements ? analysisRecord({ agreements, set, space, limits }) : null;
    },
  });
});

/** Null for an unknown release. */
const agreementsAt = (point: string | undefined) =>
  point === undefined
    ? listAgreements()
    : isDay(point)
      ? listAgreementsAt(endOf(point))
      : readReleasedAgreements(point);

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

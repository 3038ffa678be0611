import type { z } from 'zod';
import { badRequest, keyOf, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { searchAgreements } from '@/lib/agreements/search/search';
import type { Narrowing } from '@/lib/publication/filter';
import { isWithin } from '@/lib/publication/filter';
import { endOf, isDay } from '@/lib/publication/past/snapshot';
import { listAgreementsAt } from '@/lib/publication/past/past';
import { isAgreement, listAgreements, listCriterionSets } from '@/lib/publication/agreements';
import { readReleasedAgreements } from '@/lib/publication/releases/releases';
import { TAGS } from '@/lib/platform/cache/tags';
import { assessmentsIn, parameters, words } from './parameters';

/**
 * The agreements of the dataset with all their cells, by short name, in their present or a past state; with `q` the few
 * that may be meant, best first.
 */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { q, at } = asked.parameters;
  const fault =
    parameterFault(asked.parameters) ??
    (await unknownCriterion(asked.parameters)) ??
    (await unknownPosition(asked.parameters));
  if (fault) return badRequest([fault]);
  // There are too many different searches to cache them.
  const key = q === undefined ? keyOf('agreements', asked.parameters) : undefined;
  return sendJson(request, {
    key,
    tags: [TAGS.dataset, ...(at === undefined ? [] : [TAGS.releases])],
    load: () => load(asked.parameters),
  });
});

type AgreementParameters = z.infer<typeof parameters>;

/** A search covers today's names, and its few results fit on one page. */
function parameterFault({ q, ...rest }: AgreementParameters) {
  if (q === undefined) return null;
  if (rest.after !== undefined)
    return { path: 'after', detail: 'after goes through the whole list: a search with q has one page.' };
  const with_ = (['space', 'nature', 'has', 'at'] as const).find((name) => rest[name] !== undefined);
  return with_
    ? {
        path: with_,
        detail: `${with_} narrows the whole list: a search with q goes through the names of today, without it.`,
      }
    : null;
}

/** Rejects a criterion that does not exist: an empty answer would hide a misspelling. */
async function unknownCriterion({ has = [] }: AgreementParameters) {
  if (has.length === 0) return null;
  const known = new Set((await listCriterionSets()).flatMap((set) => set.criteria.map(({ key }) => key)));
  const unknown = assessmentsIn(has).find(({ criterion }) => !known.has(criterion));
  return unknown ? { path: 'has', detail: `There is no criterion ${unknown.criterion} in the dataset.` } : null;
}

/**
 * An unknown position would look like a place in the list, and rows would be missed. An agreement that was retired after
 * the earlier answer is still one.
 */
async function unknownPosition({ after }: AgreementParameters) {
  return after === undefined || (await isAgreement(after)) ? null : { path: 'after', detail: words.after };
}

async function load({ q, at, after, limit = MAX_ROWS, space, nature, has = [] }: AgreementParameters) {
  if (q !== undefined) return wholeList(await listFound(q, limit));
  const only = { space, nature, has: assessmentsIn(has) };
  const rows =
    at === undefined ? await listAgreements({ after, limit: limit + 1, only }) : await listThen({ at, after, only });
  return rows && pageOf(rows, limit, (agreement) => agreement.slug);
}

/** Search results are loaded in full, in the order of the search. */
async function listFound(q: string, limit: number) {
  const slugs = (await searchAgreements(q, { limit })).map(({ slug }) => slug);
  const agreements = new Map((await listAgreements({ slugs })).map((agreement) => [agreement.slug, agreement]));
  return slugs.flatMap((slug) => agreements.get(slug) ?? []);
}

/** A past state is loaded in full, because it is computed from all decisions before that time. */
async function listThen({ at, after = '', only }: { at: string; after?: string; only: Narrowing }) {
  const all = isDay(at) ? await listAgreementsAt(endOf(at)) : await readReleasedAgreements(at);
  return all && all.filter((agreement) => agreement.slug > after && isWithin(agreement, only));
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;

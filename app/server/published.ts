import { unstable_cache } from 'next/cache';
import type { Locale } from '@/lib/platform/i18n/routing';
import { origin } from '@/lib/platform/env';
import { searchAgreements } from '@/lib/agreements/search/search';
import { listPublicCalls, readPublicCall } from '@/lib/publication/calls';
import { listContributions, readContributionOrStub } from '@/lib/publication/contributions/contributions';
import { listEffects } from '@/lib/publication/effects';
import { endOf, isDay, releaseSlug } from '@/lib/publication/past/snapshot';
import { listAgreementsAt, readAgreementAt, readLastChange } from '@/lib/publication/past/past';
import { listProjects } from '@/lib/publication/projects';
import { listAgreements, listCriterionSets, readAgreement, readHistory } from '@/lib/publication/agreements';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import {
  citationOfToday,
  listReleases,
  readRelease,
  readReleasedAgreements,
} from '@/lib/publication/releases/releases';
import type { PublicAgreement } from '@/lib/publication/schema';
import { TAGS } from '@/lib/platform/cache/tags';

/**
 * What public pages, API and downloads read: the loaders of lib/publication, remembered until a change expires their tag.
 * A page that reads one of these carries its tags, so it is rendered anew exactly when what it shows has changed.
 */

/** A call opens and closes by the clock, not by a change: pages that show its state are at most this old, in seconds. */
const CALL_STATE_AGE = 60;

/** More agreements than there will be: a list that is narrowed further needs all that were found. */
const EVERY = 100_000;

/** What an address can name. Anything else is not found, unasked: a database refuses some characters, and a cache should not keep them. */
const isName = (part: string) => /^[\w.-]{1,100}$/.test(part);

export const agreements = () => unstable_cache(() => listAgreements(), ['agreements'], { tags: [TAGS.dataset] })();

/** The agreements that may be meant by a text, best first, by slug. */
export const soughtAgreements = (text: string) =>
  unstable_cache(
    async () => (await searchAgreements(text, { limit: EVERY })).map(({ slug }) => slug),
    ['sought', text],
    { tags: [TAGS.dataset] },
  )();

export const agreement = async (slug: string) =>
  isName(slug)
    ? unstable_cache(() => readAgreement(slug), ['agreement', slug], { tags: [TAGS.agreement(slug)] })()
    : null;

export const history = async (slug: string) =>
  isName(slug) ? unstable_cache(() => readHistory(slug), ['history', slug], { tags: [TAGS.agreement(slug)] })() : null;

export const criterionSets = () => unstable_cache(() => listCriterionSets(), ['criteria'], { tags: [TAGS.dataset] })();

export const releases = () => unstable_cache(() => listReleases(), ['releases'], { tags: [TAGS.releases] })();

/** What is cited for the dataset as it stands today. */
export const citationToday = () =>
  unstable_cache(() => citationOfToday(origin()), ['citation'], { tags: [TAGS.releases, TAGS.dataset] })();

/** One release with what changed since the one before. */
export const release = async (slug: string) =>
  releaseSlug.safeParse(slug).success
    ? unstable_cache(() => readRelease(slug), ['release', slug], { tags: [TAGS.releases] })()
    : null;

export const calls = (locale: string) =>
  unstable_cache(() => listPublicCalls(locale), ['calls', locale], {
    tags: [TAGS.calls],
    revalidate: CALL_STATE_AGE,
  })();

export const call = async (slug: string, locale: string) =>
  isName(slug)
    ? unstable_cache(() => readPublicCall(slug, locale), ['call', slug, locale], {
        tags: [TAGS.calls],
        revalidate: CALL_STATE_AGE,
      })()
    : null;

/** Published contributions and tombstones, newest first: what decides whether a reference is linked. */
export const contributions = () =>
  unstable_cache(() => listContributions(), ['contributions'], { tags: [TAGS.contributions] })();

export const contribution = async (reference: string, locale: Locale) => {
  if (!isName(reference)) return null;
  const tags = [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset];
  return unstable_cache(() => readContributionOrStub(reference, locale), ['contribution', reference, locale], {
    tags,
  })();
};

/** What a published contribution changed in the dataset, and what became of it since. */
export const effects = async (reference: string) => {
  if (!isName(reference)) return [];
  const tags = [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset];
  return unstable_cache(() => listEffects(reference), ['effects', reference], { tags })();
};

/** The projects of published contributions; agreements and criteria are named in them, so the dataset's tag is theirs too. */
export const projects = () =>
  unstable_cache(() => listProjects(), ['projects'], { tags: [TAGS.contributions, TAGS.dataset] })();

/** Who said in a published contribution that they have signed an agreement. */
export const signatoriesOf = async (slug: string) =>
  isName(slug)
    ? unstable_cache(() => listSignatoriesOf(slug), ['signatories', slug], { tags: [TAGS.contributions] })()
    : null;

/** An agreement in one of its versions: what it was then does not change, what it is called by may. */
export const agreementVersion = async (slug: string, version: number) =>
  isName(slug)
    ? unstable_cache(() => readAgreementAt(slug, { version }), ['agreement', slug, `${version}`], {
        tags: [TAGS.agreement(slug)],
      })()
    : null;

/** An agreement as it stood at the end of a day (`2020-11-30`, UTC). */
export const agreementOn = async (slug: string, day: string) =>
  isName(slug)
    ? unstable_cache(() => readAgreementAt(slug, { at: endOf(day) }), ['agreement', slug, 'on', day], {
        tags: [TAGS.agreement(slug)],
      })()
    : null;

/**
 * The dataset as it stood at the end of a day (`2020-11-30`, UTC). Days between two changes share one state: there are as many
 * days as anybody can type, and each state of a large dataset costs seconds to read and megabytes to keep.
 */
export const agreementsOn = async (day: string): Promise<PublicAgreement[]> => {
  const tags = [TAGS.dataset];
  const changed = await unstable_cache(
    async () => (await readLastChange(endOf(day)))?.toISOString() ?? null,
    ['changed', 'by', day],
    { tags },
  )();
  return changed === null
    ? []
    : unstable_cache(() => listAgreementsAt(new Date(changed)), ['agreements', 'at', changed], { tags })();
};

/** The agreements as a release froze them. */
export const releasedAgreements = async (slug: string) =>
  releaseSlug.safeParse(slug).success
    ? unstable_cache(() => readReleasedAgreements(slug), ['released', slug], { tags: [TAGS.releases] })()
    : null;

/** The dataset as of a day or a release, as addresses name them; null where there is no such state. */
export const agreementsAt = (point: string): Promise<PublicAgreement[] | null> =>
  isDay(point) ? agreementsOn(point) : releasedAgreements(point);

/** One agreement as of a day or a release; null where it had none of it then. */
export const agreementAt = async (slug: string, point: string): Promise<PublicAgreement | null> => {
  if (isDay(point)) return agreementOn(slug, point);
  return (await releasedAgreements(point))?.find((agreement) => agreement.slug === slug) ?? null;
};

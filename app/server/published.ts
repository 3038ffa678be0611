import { unstable_cache } from 'next/cache';
import type { Locale } from '@/lib/platform/i18n/routing';
import { origin } from '@/lib/platform/env';
import { criterionKey } from '@/lib/agreements/schema';
import { searchAgreements } from '@/lib/agreements/search/search';
import { readCallRecords } from '@/lib/publication/answers/records';
import { listPublicCalls, readPublicCall } from '@/lib/publication/calls';
import { listOpenChallenges } from '@/lib/publication/challenges';
import { listContributions, readContributionOrStub } from '@/lib/publication/contributions/contributions';
import { listEffects } from '@/lib/publication/effects';
import { endOf, isDay, releaseSlug } from '@/lib/publication/past/snapshot';
import { listAgreementsAt, readAgreementAt, readLastChange } from '@/lib/publication/past/past';
import { listCriterionChanges } from '@/lib/publication/criteria';
import { listProjects } from '@/lib/publication/projects';
import {
  listAgreements,
  listCriterionSets,
  readAgreement,
  readHistory,
  readPublicNames,
} from '@/lib/publication/agreements';
import { wordsIn } from '@/lib/platform/i18n/words';
import { listSharedQuestions, readAnswersOverYears } from '@/lib/publication/answers-over-years/answers';
import { questionKey } from '@/lib/questions/question-key';
import { listEditions, readEditionTree } from '@/lib/publication/reports/editions/editions';
import { readRelations } from '@/lib/publication/relations';
import { listParticipants, listParticipationsOf, readParticipant } from '@/lib/publication/participants/register';
import { listSourceRows } from '@/lib/agreements/sources/sources';
import { sourceRecord as recordAmong, sourcesAmong } from '@/lib/publication/sources';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import {
  citationOf,
  citationOfToday,
  listReleases,
  readRelease,
  readReleasedAgreements,
} from '@/lib/publication/releases/releases';
import type { PublicAgreement, PublicRelease } from '@/lib/publication/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { searchPublic } from '@/lib/publication/search/search';
import { readLogo } from '@/lib/platform/settings/logo';

/**
 * The data of public pages, API and downloads: the loaders of lib/publication, cached until a change expires their tag.
 * A page that uses one of these carries its tags, so it is rendered again exactly when its content has changed.
 */

/**
 * A call opens and closes by the clock, not by a change: pages that show its state are at most this old, in seconds.
 */
const CALL_STATE_AGE = 60;

/** More agreements than there will ever be: a list that is filtered afterwards needs all results. */
const NO_LIMIT = 100_000;

/**
 * The valid form of a name in an address. Any other text is not found without a query: the database rejects some
 * characters, and the cache should not store them.
 */
const isName = (part: string) => /^[\w.-]{1,100}$/.test(part);

export const agreements = () => unstable_cache(() => listAgreements(), ['agreements'], { tags: [TAGS.dataset] })();

/** The agreements that a text may mean, best first, by slug. */
export const soughtAgreements = (text: string) =>
  unstable_cache(
    async () => (await searchAgreements(text, { limit: NO_LIMIT })).map(({ slug }) => slug),
    ['sought', text],
    { tags: [TAGS.dataset] },
  )();

/** What a search finds, in groups; asked for once, until anything that is public changes. */
export const found = (locale: Locale, sought: Omit<Parameters<typeof searchPublic>[0], 'locale'>) =>
  unstable_cache(() => searchPublic({ ...sought, locale }), ['search', locale, JSON.stringify(sought)], {
    tags: [TAGS.dataset, TAGS.contributions, TAGS.calls, TAGS.settings],
  })();

export const agreement = async (slug: string) =>
  isName(slug)
    ? unstable_cache(() => readAgreement(slug), ['agreement', slug], { tags: [TAGS.agreement(slug), TAGS.sources] })()
    : null;

export const history = async (slug: string) =>
  isName(slug) ? unstable_cache(() => readHistory(slug), ['history', slug], { tags: [TAGS.agreement(slug)] })() : null;

/** What the values of public pages refer to is called: agreements, retired ones among them, and criteria. */
export const referenceNames = () =>
  unstable_cache(() => readPublicNames(), ['reference names'], { tags: [TAGS.dataset] })();

/** What other agreements say of one. */
export const relationsOf = async (slug: string) =>
  isName(slug) ? unstable_cache(() => readRelations(slug), ['relations', slug], { tags: [TAGS.dataset] })() : [];

export const criterionSets = () => unstable_cache(() => listCriterionSets(), ['criteria'], { tags: [TAGS.dataset] })();

/** What was decided on the cells of one criterion; empty for an unknown key. */
export const criterionChanges = async (key: string) =>
  criterionKey.safeParse(key).success
    ? unstable_cache(() => listCriterionChanges(key), ['criterion changes', key], { tags: [TAGS.dataset] })()
    : [];

const sourceRows = () => unstable_cache(() => listSourceRows(), ['source rows'], { tags: [TAGS.sources] })();

/** What the records of sources are computed from: nothing of it is stored twice. */
const sourceContent = async () => {
  const [rows, list, sets] = await Promise.all([sourceRows(), agreements(), criterionSets()]);
  return { rows, agreements: list, sets };
};

/** The sources, each with the number of cells that rest on it. */
export const sources = async () => sourcesAmong(await sourceContent());

/** One source with all that rests on it; null for an unknown key. */
export const sourceRecord = async (key: string) => recordAmong(key, await sourceContent());

/** The logo at the head of every page; null without one, in a build, or where it can't be read. */
export const logo = async () =>
  process.env.NEXT_PHASE === 'phase-production-build'
    ? null
    : unstable_cache(() => readLogo(), ['logo'], { tags: [TAGS.settings] })().catch(() => null);

export const releases = () => unstable_cache(() => listReleases(), ['releases'], { tags: [TAGS.releases] })();

/** The citation data of the present dataset. */
export const citationToday = () =>
  unstable_cache(() => citationOfToday(origin()), ['citation'], {
    tags: [TAGS.releases, TAGS.dataset, TAGS.settings],
  })();

/** The citation data of a release. */
export const citationOfRelease = (found: PublicRelease) =>
  unstable_cache(() => citationOf(origin(), found), ['citation of release', found.slug], {
    tags: [TAGS.releases, TAGS.settings],
  })();

/** One release with the changes since the previous one. */
export const release = async (slug: string) =>
  releaseSlug.safeParse(slug).success
    ? unstable_cache(() => readRelease(slug), ['release', slug], { tags: [TAGS.releases] })()
    : null;

/** The published reports of a call, the newest first; each says which of its contributions are gone since. */
export const reportEditions = async (call: string) =>
  isName(call)
    ? unstable_cache(() => listEditions(call), ['report editions', call], {
        tags: [TAGS.reports, TAGS.contributions, TAGS.calls],
      })()
    : [];

/** The content of a published report; null for an unknown one, and for one that is withheld. */
export const reportTreeOf = async (call: string, number: number) =>
  isName(call) && Number.isSafeInteger(number)
    ? unstable_cache(() => readEditionTree(call, number), ['report', call, `${number}`], { tags: [TAGS.reports] })()
    : null;

export const calls = (locale: string) =>
  unstable_cache(() => listPublicCalls(locale), ['calls', locale], {
    tags: [TAGS.calls],
    revalidate: CALL_STATE_AGE,
  })();

/** The open challenges. Their age is the clock's, and what becomes of each shows within a minute. */
export const openChallenges = () =>
  unstable_cache(() => listOpenChallenges(), ['open challenges'], {
    tags: [TAGS.challenges, TAGS.contributions, TAGS.dataset, TAGS.calls],
    revalidate: CALL_STATE_AGE,
  })();

export const call = async (slug: string, locale: string) =>
  isName(slug)
    ? unstable_cache(() => readPublicCall(slug, locale), ['call', slug, locale], {
        tags: [TAGS.calls],
        revalidate: CALL_STATE_AGE,
      })()
    : null;

/** The records that published contributions give to a question; they name agreements and criteria. */
export const callRecords = async (slug: string, question: string, locale: Locale) =>
  isName(slug) && isName(question)
    ? unstable_cache(() => readCallRecords(slug, question, locale), ['records', slug, question, locale], {
        tags: [TAGS.contributions, TAGS.calls, TAGS.dataset],
      })()
    : null;

/** Published contributions and tombstones, newest first. A reference is linked only if it is among them. */
export const contributions = () =>
  unstable_cache(() => listContributions(), ['contributions'], { tags: [TAGS.contributions] })();

export const contribution = async (reference: string, locale: Locale) => {
  if (!isName(reference)) return null;
  const tags = [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset];
  return unstable_cache(() => readContributionOrStub(reference, locale), ['contribution', reference, locale], {
    tags,
  })();
};

/** The changes of a published contribution to the dataset, and whether they are still current. */
export const effects = async (reference: string) => {
  if (!isName(reference)) return [];
  const tags = [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset];
  return unstable_cache(() => listEffects(reference), ['effects', reference], { tags })();
};

/**
 * The projects of published contributions; they contain names of agreements and criteria, so they need the dataset's
 * tag too.
 */
export const projects = () =>
  unstable_cache(() => listProjects(), ['projects'], { tags: [TAGS.contributions, TAGS.dataset] })();

/** The answers to the questions of one key in all public calls. */
export const answersOverYears = async (key: string, locale: Locale) =>
  questionKey.safeParse(key).success
    ? unstable_cache(
        () => readAnswersOverYears(key, { locale, words: wordsIn(locale), audience: 'public' }),
        ['answers over the years', key, locale],
        { tags: [TAGS.contributions, TAGS.calls] },
      )()
    : null;

/** The keys of the questions that several public calls ask. */
export const sharedQuestions = (locale: Locale) =>
  unstable_cache(() => listSharedQuestions(locale), ['shared questions', locale], { tags: [TAGS.calls] })();

/** The organisations that said in a published contribution that they have signed an agreement. */
export const signatoriesOf = async (slug: string) =>
  isName(slug)
    ? unstable_cache(() => listSignatoriesOf(slug), ['signatories', slug], { tags: [TAGS.contributions] })()
    : null;

/** The register of participants; it names agreements, and its evidence may be contributions. */
const REGISTER_TAGS = [TAGS.participants, TAGS.contributions, TAGS.dataset];

export const participants = () => unstable_cache(() => listParticipants(), ['participants'], { tags: REGISTER_TAGS })();

export const participant = async (slug: string) =>
  isName(slug) ? unstable_cache(() => readParticipant(slug), ['participant', slug], { tags: REGISTER_TAGS })() : null;

/** The participants of one agreement, and how many rest on a contribution that is gone. */
export const participationsOf = async (slug: string) =>
  isName(slug)
    ? unstable_cache(() => listParticipationsOf(slug), ['participations', slug], { tags: REGISTER_TAGS })()
    : { participations: [], withdrawn: 0, unnamed: 0 };

/** An agreement in one of its versions: its content never changes, but the names in it may. */
export const agreementVersion = async (slug: string, version: number) =>
  isName(slug)
    ? unstable_cache(() => readAgreementAt(slug, { version }), ['agreement', slug, `${version}`], {
        tags: [TAGS.agreement(slug)],
      })()
    : null;

/** An agreement as of the end of a day (`2020-11-30`, UTC). */
const agreementOn = async (slug: string, day: string) =>
  isName(slug)
    ? unstable_cache(() => readAgreementAt(slug, { at: endOf(day) }), ['agreement', slug, 'on', day], {
        tags: [TAGS.agreement(slug)],
      })()
    : null;

/**
 * The dataset as of the end of a day (`2020-11-30`, UTC). All days between two changes share one cached state: requests
 * can name any number of days, and each state of a large dataset costs seconds to load and megabytes to store.
 */
const agreementsOn = async (day: string): Promise<PublicAgreement[]> => {
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

/** The agreements of a release. */
export const releasedAgreements = async (slug: string) =>
  releaseSlug.safeParse(slug).success
    ? unstable_cache(() => readReleasedAgreements(slug), ['released', slug], { tags: [TAGS.releases] })()
    : null;

/** The dataset as of a day or a release, as addresses name them, or of today; null for an unknown state. */
export const agreementsAt = (point?: string): Promise<PublicAgreement[] | null> => {
  if (point === undefined) return agreements();
  return isDay(point) ? agreementsOn(point) : releasedAgreements(point);
};

/** One agreement as of a day or a release; null if the dataset did not have it then. */
export const agreementAt = async (slug: string, point: string): Promise<PublicAgreement | null> => {
  if (isDay(point)) return agreementOn(slug, point);
  return (await releasedAgreements(point))?.find((agreement) => agreement.slug === slug) ?? null;
};

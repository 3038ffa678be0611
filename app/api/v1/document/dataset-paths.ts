import { z } from 'zod';
import {
  parameters as participationsAsked,
  words as participationsWords,
} from '@/app/api/v1/agreements/[slug]/participants/parameters';
import { parameters as agreementAsked, words as agreementWords } from '@/app/api/v1/agreements/[slug]/parameters';
import { parameters as agreementsAsked, words as agreementsWords } from '@/app/api/v1/agreements/parameters';
import { parameters as analysisAsked, words as analysisWords } from '@/app/api/v1/analysis/[set]/parameters';
import { parameters as changesAsked, words as changesWords } from '@/app/api/v1/changes/parameters';
import { parameters as participantsAsked, words as participantsWords } from '@/app/api/v1/participants/parameters';
import { versionNumber } from '@/app/api/v1/parameters';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { sourceKey } from '@/lib/agreements/sources/schema';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { publicAnalysis } from '@/lib/publication/analysis/record';
import {
  publicCounts,
  publicParticipantLine,
  publicParticipantRecord,
  publicParticipation,
} from '@/lib/publication/participants/schema';
import { releaseSlug } from '@/lib/publication/past/snapshot';
import {
  publicAgreement,
  publicChange,
  publicCriterionRecord,
  publicCriterionSet,
  publicRelease,
  publicReleaseWithChanges,
  publicRevision,
} from '@/lib/publication/schema';
import { publicSource, publicSourceRecord } from '@/lib/publication/source-schema';
import { described, listOf, readings } from './operations';

const slug = agreementSlug.describe('The short name of an agreement, as in its address.');
const AGREEMENT = 'paris-call';

const agreements = readings([
  {
    id: 'listAgreements',
    tag: 'Agreements',
    summary: 'The agreements of the dataset, each with all its cells',
    description:
      'By short name, as they stand today or, with “at”, as they stood. Facts and assessments are cells: a value never comes alone, beside it stand its note, its source, the day it was decided, if an editor decided on it, and the contributions it came from. With “q” the few agreements that may be meant: by a name, whose typing errors are forgiven, or by words of what is said of them; best first.',
    path: apiPaths.agreements,
    query: described(agreementsAsked, agreementsWords),
    answer: listOf(publicAgreement, 'the short name of an agreement'),
    paged: true,
    tryIt: `${apiPaths.agreements}?has=reference-to-human-rights:yes&limit=1`,
  },
  {
    id: 'readAgreement',
    tag: 'Agreements',
    summary: 'One agreement',
    description: 'One that was retired from the dataset is still found here, and says so.',
    path: apiPaths.agreement('{slug}'),
    named: z.object({ slug }),
    query: described(agreementAsked, agreementWords),
    answer: publicAgreement,
    tryIt: apiPaths.agreement(AGREEMENT),
  },
  {
    id: 'readAgreementVersion',
    tag: 'Agreements',
    summary: 'One agreement as one of its versions had it',
    description: 'Each revision makes a version, counted from 1. What a version said does not change any more.',
    path: `${apiPaths.agreement('{slug}')}/versions/{version}`,
    named: z.object({ slug, version: versionNumber.describe('The number of a version, from 1.') }),
    answer: publicAgreement,
    tryIt: `${apiPaths.agreement(AGREEMENT)}/versions/1`,
  },
  {
    id: 'readHistory',
    tag: 'Agreements',
    summary: 'The revisions of one agreement, newest first',
    description: 'Each with the cells it changed, from what to what, and the contributions they came from.',
    path: apiPaths.history('{slug}'),
    named: z.object({ slug }),
    answer: listOf(publicRevision),
    tryIt: apiPaths.history(AGREEMENT),
  },
  {
    id: 'listCriteria',
    tag: 'Agreements',
    summary: 'The criteria, in their sets',
    description: 'What each element and norm means, and the key under which assessments and files name it.',
    path: apiPaths.criteria,
    answer: listOf(publicCriterionSet),
    tryIt: apiPaths.criteria,
  },
  {
    id: 'readCriterion',
    tag: 'Agreements',
    summary: 'One criterion across all agreements',
    description:
      'What it means, each agreement’s cell on it, the agreements that have not been assessed, the projects that put it into practice, and what was decided.',
    path: apiPaths.criterion('{key}'),
    named: z.object({ key: criterionKey.describe('The key of an element or norm, such as supply-chain-integrity.') }),
    answer: publicCriterionRecord,
    tryIt: apiPaths.criterion('reference-to-human-rights'),
  },
  {
    id: 'readAnalysis',
    tag: 'Agreements',
    summary: 'The statistics of one set of criteria',
    description:
      'How often each criterion is found, which two are stated together and how much more often than by chance (lift), which agreements are alike (Jaccard index), and curves over time by kind of date. Of fewer than five assessed agreements only their number is given. The agreements are no sample: the page of limits, linked in the answer, says what these numbers can’t tell.',
    path: apiPaths.analysisOf('{set}'),
    named: z.object({ set: z.string().describe('The short name of a set of criteria, such as elements-2019.') }),
    query: described(analysisAsked, analysisWords),
    answer: publicAnalysis,
    tryIt: apiPaths.analysisOf('elements-2019'),
  },
  {
    id: 'listSources',
    tag: 'Agreements',
    summary: 'The documents that cells rest on, by title',
    description: 'Each with what is known of it and the number of cells that name it in their source.',
    path: apiPaths.sources,
    answer: listOf(publicSource),
    tryIt: apiPaths.sources,
  },
  {
    id: 'readSource',
    tag: 'Agreements',
    summary: 'One source with all that rests on it',
    description: 'Every cell of today’s dataset whose source names it, with its value and the page or article.',
    path: apiPaths.source('{key}'),
    named: z.object({ key: sourceKey.describe('The key of a source, such as cybersecurity-agreements-2019.') }),
    answer: publicSourceRecord,
    tryIt: apiPaths.source('cybersecurity-agreements-2019'),
  },
]);

const participant = agreementSlug.describe('The short name of a participant, as in its address.');

const register = readings([
  {
    id: 'listParticipants',
    tag: 'Participants',
    summary: 'The states and organisations of the register',
    description:
      'By name, each with its agreements and what it did. The register holds what editors entered with evidence; it is not complete, and persons are never in it.',
    path: apiPaths.participants,
    query: described(participantsAsked, participantsWords),
    answer: listOf(publicParticipantLine, 'the short name of a participant'),
    paged: true,
    tryIt: `${apiPaths.participants}?kind=state&limit=1`,
  },
  {
    id: 'readParticipant',
    tag: 'Participants',
    summary: 'One participant',
    description:
      'With each of its actions, the date, the evidence, who says so, and whether a second editor has verified it.',
    path: apiPaths.participant('{slug}'),
    named: z.object({ slug: participant }),
    answer: publicParticipantRecord,
    tryIt: apiPaths.participants,
  },
  {
    id: 'listAgreementParticipants',
    tag: 'Participants',
    summary: 'The participants of one agreement',
    description:
      'With the counts of the register beside those that the dataset claims. Published contributions that do not name their organisation are a count and have no row.',
    path: apiPaths.agreementParticipants('{slug}'),
    named: z.object({ slug }),
    query: described(participationsAsked, participationsWords),
    answer: listOf(publicParticipation, 'the id of a row').extend({ counts: publicCounts }),
    paged: true,
    tryIt: `${apiPaths.agreementParticipants(AGREEMENT)}?limit=1`,
  },
]);

const states = readings([
  {
    id: 'listChanges',
    tag: 'Changes and releases',
    summary: 'What changed in the dataset, newest first',
    description: 'The revisions of all agreements in one list: what a program asks for that keeps a copy up to date.',
    path: apiPaths.changes,
    query: described(changesAsked, changesWords),
    answer: listOf(publicChange, 'an agreement and a version'),
    paged: true,
    tryIt: `${apiPaths.changes}?limit=1`,
  },
  {
    id: 'listReleases',
    tag: 'Changes and releases',
    summary: 'The releases, newest first',
    description:
      'A release is a frozen state of the whole dataset under a name of its own. Cite one where others must be able to check your figures.',
    path: apiPaths.releases,
    answer: listOf(publicRelease),
    tryIt: apiPaths.releases,
  },
  {
    id: 'readRelease',
    tag: 'Changes and releases',
    summary: 'One release',
    description: 'With its files, their checksums, and what changed since the release before.',
    path: apiPaths.release('{slug}'),
    named: z.object({ slug: releaseSlug.describe('The name of a release, such as 2026.1.') }),
    answer: publicReleaseWithChanges,
    tryIt: apiPaths.releases,
  },
]);

export const datasetPaths = { ...agreements, ...register, ...states };

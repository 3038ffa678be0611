import { listDatasetChanges } from '@/lib/publication/changes';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import { readAgreementAt } from '@/lib/publication/past/past';
import { readCriterionRecord } from '@/lib/publication/criteria';
import { readAgreementRegister } from '@/lib/publication/participants/agreement-register';
import { listParticipants, readParticipant } from '@/lib/publication/participants/register';
import { listProjects } from '@/lib/publication/projects';
import { listAgreements, listCriterionSets, readAgreement, readHistory } from '@/lib/publication/agreements';
import { listCallsWithReports } from '@/lib/publication/reports/editions/calls';
import { listReleases, readRelease } from '@/lib/publication/releases/releases';
import { searchPublic } from '@/lib/publication/search/search';
import { TAGS } from '@/lib/platform/cache/tags';
import { cutAtWord } from '@/lib/platform/text/cut-text';

/** The tags of the data in the examples: a change of any makes the examples expire. */
export const EXAMPLE_TAGS = [
  TAGS.dataset,
  TAGS.contributions,
  TAGS.calls,
  TAGS.releases,
  TAGS.reports,
  TAGS.participants,
];

/**
 * Real answers of this installation by operation, shortened: the first row of a list, a few cells of an agreement.
 * Operations without data yet have none.
 */
export async function readExamples(): Promise<Record<string, unknown>> {
  const [agreements, sets, changes, releases, contributions, projects, calls] = await Promise.all([
    listAgreements({ slugs: ['paris-call'] }),
    listCriterionSets(),
    listDatasetChanges({ limit: 1 }),
    listReleases(),
    listContributions({ limit: 20 }),
    listProjects(),
    listCallsWithReports('en'),
  ]);
  const participants = await listParticipants();
  const slug = agreements[0]?.slug ?? (await listAgreements({ limit: 1 }))[0]?.slug ?? '';
  const told = contributions.find(({ status }) => status === 'published');
  const lists = {
    listAgreements: agreements,
    listCriteria: sets,
    listChanges: changes,
    listReleases: releases,
    listContributions: told ? [told] : [],
    listParticipants: participants,
    listProjects: projects,
    listCalls: calls,
  };
  const single = {
    readAgreement: await readAgreement(slug),
    readAgreementVersion: await readAgreementAt(slug, { version: 1 }),
    readHistory: await readHistory(slug).then((data) => data && { data, next: null }),
    readCriterion: await readCriterionRecord(sets[0]?.criteria[0]?.key ?? ''),
    readParticipant: participants[0] ? await readParticipant(participants[0].slug) : null,
    listAgreementParticipants: await exampleOfRegister(participants[0]?.agreements[0] ?? slug),
    readContribution: told ? await readContribution(told.reference, 'en') : null,
    search: await searchPublic({ sought: 'security', locale: 'en', limit: 1 }),
    readRelease: releases[0] ? await readRelease(releases[0].slug) : null,
  };
  const rows = Object.entries(lists).flatMap(([id, data]) =>
    data.length > 0 ? [[id, { data, next: null }] as const] : [],
  );
  return Object.fromEntries(
    [...rows, ...Object.entries(single).filter(([, answer]) => answer !== null)].map(([id, answer]) => [
      id,
      shortened(answer),
    ]),
  );
}

/** The counts and the rows of one agreement. */
async function exampleOfRegister(slug: string) {
  const register = await readAgreementRegister(slug);
  return register && { counts: register.counts, data: register.participations, next: null };
}

const MAX_CELLS = 2;
const LONGEST_TEXT = 160;

/** The same shape, shortened: one row of each list, two cells of each kind, the beginning of a long text. */
function shortened(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((one) => shortened(one));
  if (typeof value === 'string') return value.includes(' ') ? cutAtWord(value, LONGEST_TEXT) : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const kept = name === 'facts' || name === 'assessments' ? entries.slice(0, MAX_CELLS) : entries;
  return Object.fromEntries(kept.map(([key, one]) => [key, shortened(one, key)]));
}

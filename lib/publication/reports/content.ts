import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { listSourceRows } from '@/lib/agreements/sources/sources';
import { originForFiles } from '@/lib/platform/env';
import type { Locale } from '@/lib/platform/i18n/routing';
import { listAgreements, listCriterionSets, readPublicNames } from '@/lib/publication/agreements';
import { readPublicCall } from '@/lib/publication/calls';
import type { PublicCallPage } from '@/lib/publication/calls';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { listAgreementsAt } from '@/lib/publication/past/past';
import { readNewest } from '@/lib/publication/releases/releases';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import type { PublicSource } from '@/lib/publication/source-schema';
import { sourcesAmong } from '@/lib/publication/sources';

/** All that a report is computed from: what readers may see, by the loaders of public pages and nothing else. */
export type ReportContent = {
  call: PublicCallPage;
  /** Every published contribution to the call and every tombstone, by reference. */
  contributions: PublicContribution[];
  sets: PublicCriterionSet[];
  /** The dataset before the call, and as it is now. */
  before: PublicAgreement[];
  after: PublicAgreement[];
  /** The moment of `before`, ISO 8601 in UTC; null where the call has no opening and no contribution. */
  beforeAt: string | null;
  sources: PublicSource[];
  /** What values refer to is called. */
  names: ReferenceNames;
  /** The name of the newest release of the dataset; null without one. */
  release: string | null;
  /** Where the site can be reached, without a slash at its end; null where only this computer can. */
  site: string | null;
  /** When all this was read; ISO 8601 in UTC. */
  readAt: string;
};

/** The content of the report of a published call; null for any other slug. */
export async function readReportContent(slug: string, locale: Locale, now = new Date()): Promise<ReportContent | null> {
  const call = await readPublicCall(slug, locale, now);
  if (!call) return null;
  const contributions = await readAll(slug, locale);
  const beforeAt = call.opensAt ?? firstSubmission(contributions);
  const [after, sets, rows, names] = await Promise.all([
    listAgreements(),
    listCriterionSets(),
    listSourceRows(),
    readPublicNames(),
  ]);
  return {
    call,
    contributions,
    sets,
    before: beforeAt === null ? after : await listAgreementsAt(new Date(beforeAt)),
    after,
    beforeAt,
    sources: sourcesAmong({ rows, agreements: after, sets }),
    names,
    release: await readNewest(),
    site: originForFiles(),
    readAt: now.toISOString(),
  };
}

/** One after the other: a hundred at once would take every connection. */
async function readAll(call: string, locale: Locale): Promise<PublicContribution[]> {
  const listed = await listContributions({ call });
  const contributions: PublicContribution[] = [];
  for (const { reference } of listed.toSorted(byReference)) {
    const contribution = await readContribution(reference, locale);
    if (contribution) contributions.push(contribution);
  }
  return contributions;
}

const collator = new Intl.Collator('en', { numeric: true });
const byReference = (one: { reference: string }, other: { reference: string }) =>
  collator.compare(one.reference, other.reference);

const firstSubmission = (contributions: readonly PublicContribution[]): string | null =>
  contributions.map(({ submittedAt }) => submittedAt).toSorted()[0] ?? null;

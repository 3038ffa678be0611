import { contentIn } from '@/lib/calls/calls';
import { db } from '@/lib/platform/db/client';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { listSharedQuestions } from '@/lib/publication/answers-over-years/answers';
import { listParticipants } from '@/lib/publication/participants/register';
import { listEditions } from '@/lib/publication/reports/editions/editions';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';
import { kindOf } from '@/lib/questions/registry';

type Address = { path: string; at?: Date };

/**
 * Every page for search engines, in the format of sitemaps.org; a page that lists others has the date of the newest of
 * them.
 */
export function sitemap(pages: ListedPages, origin: string): string {
  const urls = routing.locales
    .flatMap((locale) => addressesIn(locale, pages))
    .map(
      ({ path, at }) =>
        `<url><loc>${escaped(`${origin}${path}`)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</url>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function addressesIn(
  locale: (typeof routing.locales)[number],
  { agreements, contributions, releases, calls, criteria, questions, participants, sources, reports }: ListedPages,
): Address[] {
  const paths = pathsIn(locale);
  const [dataset, told, frozen] = [newestOf(agreements), newestOf(contributions), newestOf(releases)];
  return [
    { path: paths.home, at: newestOf([...agreements, ...contributions, ...releases]) },
    { path: paths.calls },
    ...calls.flatMap(({ slug, records }) => [
      { path: paths.call(slug) },
      ...records.map((question) => ({ path: paths.callRecords(slug, question), at: told })),
    ]),
    ...reports.flatMap(({ call, editions }) => [
      { path: paths.callReports(call), at: editions[0]?.at },
      ...editions.map(({ name, at }) => ({ path: paths.callReport(call, Number(name)), at })),
    ]),
    ...questions.map((key) => ({ path: paths.answers(key), at: told })),
    ...[paths.agreements, paths.matrix, paths.compare, paths.analysis, paths.limits, paths.data].map((path) => ({
      path,
      at: dataset,
    })),
    ...agreements.map(({ name, at }) => ({ path: paths.agreement(name), at })),
    { path: paths.criteria, at: dataset },
    ...criteria.map((key) => ({ path: paths.criterion(key), at: dataset })),
    { path: paths.participants },
    ...participants.map((slug) => ({ path: paths.participant(slug) })),
    { path: paths.sources, at: dataset },
    ...sources.map((key) => ({ path: paths.source(key), at: dataset })),
    ...[paths.contributions, paths.projects].map((path) => ({ path, at: told })),
    { path: paths.challenges },
    { path: paths.statistics, at: told },
    ...contributions.map(({ name, at }) => ({ path: paths.contribution(name), at })),
    { path: paths.releases, at: frozen },
    ...releases.map(({ name, at }) => ({ path: paths.release(name), at })),
    { path: paths.api },
    ...[paths.about, paths.method, paths.background, paths.glossary, paths.privacy, paths.search].map((path) => ({
      path,
    })),
  ];
}

const newestOf = (listed: readonly Listed[]): Date | undefined =>
  listed.map(({ at }) => at).toSorted((one, other) => other.getTime() - one.getTime())[0];

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

type Listed = { name: string; at: Date };
export type ListedPages = {
  agreements: Listed[];
  contributions: Listed[];
  releases: Listed[];
  criteria: string[];
  participants: string[];
  sources: string[];
  /** Each with its questions that ask for records. */
  calls: { slug: string; records: string[] }[];
  /** The published reports of public calls, the newest first, by their numbers. */
  reports: { call: string; editions: Listed[] }[];
  /** The questions that several calls ask. */
  questions: string[];
};

/**
 * The pages that a search engine should know, and when each last changed: agreements in use, published contributions
 * (not the tombstones of withdrawn ones), releases, reports, published calls with their tables of records, criteria,
 * participants, sources, and questions that several calls ask.
 */
export async function listPages(): Promise<ListedPages> {
  const [agreements, contributions, releases, calls, criteria, questions, participants, sources, editions] =
    await Promise.all([
      db.agreement.findMany({
        where: { retiredAt: null, version: { gt: 0 } },
        orderBy: { slug: 'asc' },
        select: { slug: true, updatedAt: true },
      }),
      db.contribution.findMany({
        where: { status: 'published', publishedAt: { not: null } },
        orderBy: { reference: 'asc' },
        select: { reference: true, statusAt: true },
      }),
      db.release.findMany({ orderBy: { slug: 'asc' }, select: { slug: true, publishedAt: true } }),
      db.call.findMany({
        where: { published: true },
        orderBy: { slug: 'asc' },
        select: {
          slug: true,
          questionnaires: {
            where: { publishedAt: { not: null } },
            orderBy: { version: 'desc' },
            select: { content: true },
          },
        },
      }),
      db.criterion.findMany({
        orderBy: [{ set: { position: 'asc' } }, { position: 'asc' }],
        select: { key: true },
      }),
      listSharedQuestions(routing.defaultLocale),
      listParticipants(),
      db.source.findMany({ orderBy: { key: 'asc' }, select: { key: true } }),
      listEditions(),
    ]);
  return {
    agreements: agreements.map(({ slug, updatedAt }) => ({ name: slug, at: updatedAt })),
    contributions: contributions.flatMap(({ reference, statusAt }) =>
      reference === null ? [] : [{ name: reference, at: statusAt }],
    ),
    releases: releases.map(({ slug, publishedAt }) => ({ name: slug, at: publishedAt })),
    calls: calls.map(({ slug, questionnaires }) => ({ slug, records: recordsAskedIn(questionnaires) })),
    criteria: criteria.map(({ key }) => key),
    participants: participants.map(({ slug }) => slug),
    questions,
    sources: sources.map(({ key }) => key),
    reports: calls.flatMap(({ slug }) => reportsOf(slug, editions)),
  };
}

/** The reports of a call that are given out; none where there is none. */
function reportsOf(call: string, editions: readonly PublicEdition[]): ListedPages['reports'] {
  const listed = editions
    .filter((edition) => edition.call === call && edition.withheld === null)
    .map(({ number, publishedAt }) => ({ name: `${number}`, at: new Date(publishedAt) }));
  return listed.length === 0 ? [] : [{ call, editions: listed }];
}

/** The keys of the questions that ask for records, in any version. Keys are the same in every language. */
function recordsAskedIn(versions: readonly { content: unknown }[]): string[] {
  const asked = versions.flatMap(({ content }) => contentIn(content, routing.defaultLocale).questions);
  return [...new Set(asked.filter((question) => kindOf(question).table).map(({ key }) => key))];
}

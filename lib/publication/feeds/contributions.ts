import { feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { atomFeed, link, list, paragraph } from './atom';
import type { AtomEntry } from './atom';
import { FEED_LOCALE, feedWords, feedMetadata } from './metadata';

const MAX_ENTRIES = 100;
/** In the names of now: an admin can change them. */
const words = () => feedWords(FEED_LOCALE);
const paths = pathsIn(FEED_LOCALE);

/** The published contributions, the latest first; a contribution that was withdrawn or taken down says only that. */
export function contributionsFeed(contributions: readonly PublicContributionSummary[], origin: string): string {
  const latest = contributions
    .toSorted((one, other) => other.statusAt.localeCompare(one.statusAt))
    .slice(0, MAX_ENTRIES);
  return atomFeed({
    self: `${origin}${feedPaths.contributions}`,
    page: `${origin}${paths.contributions}`,
    title: words()('feeds.contributions.title'),
    subtitle: words()('feeds.contributions.subtitle'),
    ...feedMetadata(words(), FEED_LOCALE, origin),
    entries: latest.map((contribution) => entryOf(contribution, origin)),
  });
}

function entryOf(
  {
    reference,
    call,
    status,
    statusReason,
    statusAt,
    publishedAt,
    attribution,
    counts,
    agreements,
    summaryOf,
    enteredOnBehalf,
  }: PublicContributionSummary,
  origin: string,
): AtomEntry {
  const id = `${origin}${paths.contribution(reference)}`;
  if (status !== 'published') {
    const why = statusReason === null ? '' : paragraph(words()('feeds.contributions.reason', { reason: statusReason }));
    return {
      id,
      updated: statusAt,
      title: words()(`feeds.contributions.${status}Title`, { reference }),
      html: paragraph(words()(`feeds.contributions.${status}`)) + why,
    };
  }
  const named = attribution?.affiliation ?? attribution?.name ?? undefined;
  const who = named ?? words()(attribution?.anonymous ? 'contributions.anonymous' : 'contributions.unnamed');
  const { signatories = 0, projects = 0, proposedCells: proposed = 0, acceptedCells: accepted = 0 } = counts ?? {};
  const parts = [
    ...originOf({ summaryOf, enteredOnBehalf }),
    call === null ? words()('contributions.own') : words()('contributions.toCall', { call }),
    ...(signatories > 0 ? [words()('contributions.counts.signatories', { count: signatories })] : []),
    ...(projects > 0 ? [words()('contributions.counts.projects', { count: projects })] : []),
    ...(proposed > 0 ? [words()('contributions.counts.proposals', { proposed, accepted })] : []),
  ];
  const about = agreements.map(({ slug, name }) => link(`${origin}${paths.agreement(slug)}`, name));
  return {
    id,
    updated: statusAt,
    published: publishedAt,
    author: named,
    title: words()('feeds.contributions.entryTitle', { reference, who }),
    html: paragraph(parts.join(' · ')) + list(about),
  };
}

/** Whose words they are, where their author did not send them. */
const originOf = ({ summaryOf, enteredOnBehalf }: Pick<PublicContributionSummary, 'summaryOf' | 'enteredOnBehalf'>) => [
  ...(summaryOf === null ? [] : [words()('contributions.page.summary.title')]),
  ...(enteredOnBehalf === null ? [] : [words()('entered.title')]),
];

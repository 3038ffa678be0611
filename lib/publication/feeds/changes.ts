import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import { pastContent } from '@/lib/agreements/schema';
import { cellPieces } from '@/lib/contributions/documents/cell-words';
import { agreementFeedPath, feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicChange } from '@/lib/publication/schema';
import { atomFeed, escaped, link, list, paragraph } from './atom';
import type { AtomEntry } from './atom';
import { FEED_LOCALE, feedWords, feedMetadata } from './metadata';

export const MAX_CHANGES = 50;
/** In the names of now: an admin can change them. */
const words = () => feedWords(FEED_LOCALE);
const paths = pathsIn(FEED_LOCALE);

type ChangesFeed = {
  changes: readonly PublicChange[];
  /** What values refer to is called. */
  names: ReferenceNames;
  published: ReadonlySet<string>;
  origin: string;
};

/** The changes of the dataset, version by version of its agreements; a reference is a link if it has a page. */
export function datasetFeed(context: ChangesFeed): string {
  return feedOf(context, {
    self: feedPaths.dataset,
    page: paths.agreements,
    title: words()('feeds.dataset.title'),
    subtitle: words()('feeds.dataset.subtitle'),
  });
}

/** The versions of one agreement. */
export function agreementFeed(agreement: { slug: string; name: string }, context: ChangesFeed): string {
  const { slug, name } = agreement;
  return feedOf(context, {
    self: agreementFeedPath(slug),
    page: paths.agreement(slug),
    title: words()('feeds.agreement.title', { name }),
    subtitle: words()('feeds.agreement.subtitle', { name }),
  });
}

function feedOf(
  context: ChangesFeed,
  { self, page, ...texts }: { self: string; page: string; title: string; subtitle: string },
): string {
  const { origin, changes } = context;
  const entries = changes.map((change) => entryOf(change, context));
  return atomFeed({
    self: `${origin}${self}`,
    page: `${origin}${page}`,
    ...texts,
    ...feedMetadata(words(), FEED_LOCALE, origin),
    entries,
  });
}

function entryOf(change: PublicChange, context: ChangesFeed): AtomEntry {
  const { agreement, version, kind, at, reason, reverts, changes, summary } = change;
  const { origin } = context;
  const taken = reverts === null ? '' : paragraph(words()('feeds.dataset.reverts', { version: reverts }));
  // The first version of an agreement is left out: its page shows it, and in a feed it would hide the later changes.
  const body = kind === 'import' ? paragraph(summary) : list(changes.map((cell) => changeOf(cell, context)));
  return {
    id: `${origin}${paths.agreementVersion(agreement.slug, version)}`,
    updated: at,
    published: at,
    title: words()(`feeds.dataset.kinds.${kind}`, { agreement: agreement.shortName, version, count: changes.length }),
    html:
      paragraph(agreement.name) +
      taken +
      (reason === null ? '' : paragraph(words()('feeds.dataset.reason', { reason }))) +
      body,
  };
}

/** One cell: its old and new content, and the contributions they came from. */
function changeOf(
  { cell, before, after, contributions }: PublicChange['changes'][number],
  { names, published, origin }: ChangesFeed,
): string {
  const from = contributions.map((reference) =>
    published.has(reference) ? link(`${origin}${paths.contribution(reference)}`, reference) : escaped(reference),
  );
  const was = before === null ? '' : `<br/><del>${textOf(cell, before, names)}</del>`;
  const is = after === null ? escaped(words()('feeds.dataset.removed')) : `<ins>${textOf(cell, after, names)}</ins>`;
  return `<strong>${escaped(cellLabel(cell, FEED_LOCALE, names))}</strong>${was}<br/>${is}${from.length > 0 ? `<br/>${escaped(words()('feeds.dataset.from'))} ${from.join(', ')}` : ''}`;
}

function textOf(cell: string, content: unknown, names: ReferenceNames): string {
  const { value, note, source } = pastContent.parse(content);
  return cellPieces(cell, { value, note, source }, { words: words(), locale: FEED_LOCALE, names })
    .map(({ text }) => escaped(text).replaceAll('\n', '<br/>'))
    .join('<br/>');
}

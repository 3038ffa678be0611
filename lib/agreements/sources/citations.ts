import type { SourceKind } from './schema';

/** What is needed to find a source in the words of a cell. */
export type CitedSource = {
  key: string;
  kind: SourceKind;
  link: string | null;
  archivedLink: string | null;
  citedAs: readonly string[];
};

/** A source that a text names. `place` is the rest of the text: the page or article; null where there is no rest. */
export type Citation<Source> = { source: Source; place: string | null };

/**
 * Finds the records that the source of a cell names: by its link, that of its archived copy, or the words by which it is
 * cited. The longest match leads; of equal ones the first in the given order. Texts repeat, so each is read once.
 */
export function citationReader<Source extends CitedSource>(sources: readonly Source[]) {
  const known = new Map<string, readonly Citation<Source>[]>();
  return (text: string | null): readonly Citation<Source>[] => {
    if (text === null) return [];
    const found = known.get(text) ?? citationsIn(text, sources);
    known.set(text, found);
    return found;
  };
}

function citationsIn<Source extends CitedSource>(text: string, sources: readonly Source[]): Citation<Source>[] {
  return sources
    .flatMap((source) => {
      const match = matchIn(text, source);
      return match ? [{ source, match }] : [];
    })
    .toSorted((one, other) => other.match.length - one.match.length)
    .map(({ source, match }) => ({ source, place: restOf(text, match) }));
}

type Match = { at: number; length: number };

/** The longest words or address of the source that the text holds. */
function matchIn(text: string, { link, archivedLink, citedAs }: CitedSource): Match | null {
  const addresses = [link, archivedLink].flatMap((address) => {
    const bare = address?.replace(/\/$/, '');
    return bare ? [bare, `${bare}/`] : [];
  });
  const matches = [
    ...addresses.map((address) => ({ at: placeIn(text, address, ADDRESS_GOES_ON), length: address.length })),
    ...citedAs.map((words) => ({ at: placeIn(text, words, WORD_GOES_ON), length: words.length })),
  ];
  return matches.filter(({ at }) => at >= 0).toSorted((one, other) => other.length - one.length)[0] ?? null;
}

const WORD_GOES_ON = /^[\p{L}\p{N}]/u;
/** A fragment or the end of a sentence may follow an address; a longer path is another address. */
const ADDRESS_GOES_ON = /^(?:[\p{L}\p{N}/_~%&=?+-]|\.[\p{L}\p{N}])/u;

/** Where the words stand in the text as a whole; -1 if they do not, or are only the beginning of other words. */
function placeIn(text: string, words: string, goesOn: RegExp): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isBegun = /[\p{L}\p{N}]$/u.test(text.slice(0, at));
    if (!isBegun && !goesOn.test(text.slice(at + words.length))) return at;
  }
  return -1;
}

/** What is said beside the source: after its words, or around them, where they are marked by “…”. */
function restOf(text: string, { at, length }: Match): string | null {
  const after = text.slice(at + length);
  const rest = text.slice(0, at).trim() === '' ? after.replace(/^[\s,;:.]+/, '') : `${text.slice(0, at)}…${after}`;
  return rest.trim() === '' ? null : rest.trim();
}

/** What a value has as its source that came with a contribution which names none: see lib/review/merge.ts. */
export const isContributionSource = (text: string | null): boolean =>
  text !== null && /^Contribution [A-Z][A-Z0-9]{1,9}-[A-Z0-9-]{1,40}-\d{3,9}$/.test(text);

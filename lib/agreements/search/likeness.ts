import type { TellingField } from '@/lib/agreements/facts/registry';
import { foldedWords } from '@/lib/platform/text/fold-text';
import { abbreviationsIn, initialsOf, squash } from './normalise';

/** What two entries are compared by; texts as they are typed, empty where nothing is known. */
export type Description = Record<TellingField, string> & {
  /** Other names it goes or went by. */ otherNames?: readonly string[];
};
export type LikenessReason = 'abbreviation' | 'name' | 'link' | 'date';

/** From here on names are alike: the share of words that two of them have in common. */
const ALIKE = 0.75;
/** From here on they are alike if they were launched at the same time, too. */
const ALIKE_WITH_DATE = 0.5;
/**
 * A name that lies completely inside another counts as alike only if it has this many words, and one of them tells
 * agreements apart.
 */
const MIN_CONTAINED = 2;
/** Shorter abbreviations (`EU`, `AU`) name an organisation rather than an agreement. */
const MIN_ABBREVIATION = 3;
const MAX_SHOWN = 3;

const SMALL_WORDS = new Set(
  'a an and at by for from in into its of on or the to with within de des du et la le les pour sur y el en los las del'.split(
    ' ',
  ),
);
/** Words that half of all such agreements have in their names: these words alone do not tell two agreements apart. */
const COMMON_WORDS = new Set(
  `accord act action agreement approach call charter code commission commitment commitments common conduct convention cooperation council cyber
  cybersecurity cyberspace declaration defence digital directive draft field framework global group guide guidelines information international internet
  joint law laws measures model national network networks norms pact plan pledge principles protection protocol recommendations regional regulation report
  resolution responsible rules security society stability standards state states statement strategy summit systems technology treaty trust union united`.split(
    /\s+/,
  ),
);

/** Why an entry looks like another; empty where it does not. The reasons that decide come first. */
function likenessOf(one: Description, other: Description): LikenessReason[] {
  const reasons: LikenessReason[] = [];
  const dates = sameTime(one.launchDate, other.launchDate);
  if (shareLink(one, other)) reasons.push('link');
  if (shareAbbreviation(one, other)) reasons.push('abbreviation');
  if (namesOf(one).some((mine) => namesOf(other).some((theirs) => areAlike(mine, theirs, dates)))) reasons.push('name');
  return reasons.length > 0 && dates ? [...reasons, 'date'] : reasons;
}

export type Alike<Entry> = { entry: Entry; reasons: LikenessReason[] };

/** The entries that a description looks like, those with the most reasons first. */
export function alikeAmong<Entry extends Description>(
  described: Description,
  entries: readonly Entry[],
): Alike<Entry>[] {
  const alike = entries
    .map((entry) => ({ entry, reasons: likenessOf(described, entry) }))
    .filter(({ reasons }) => reasons.length > 0);
  return alike.sort((a, b) => b.reasons.length - a.reasons.length).slice(0, MAX_SHOWN);
}

const namesOf = ({ name, shortName, otherNames = [] }: Description) =>
  [name, shortName, ...otherNames].filter((text) => text.trim() !== '');

function shareLink(one: Description, other: Description): boolean {
  const address = one.link.trim() === '' ? null : sameAddress(one.link);
  return address !== null && address === sameAddress(other.link);
}

/** The same short name; or one is named by an abbreviation that the other spells out. */
function shareAbbreviation(one: Description, other: Description): boolean {
  const [mine, theirs] = [shortNames(one), shortNames(other)];
  if ([...mine].some((short) => theirs.has(short))) return true;
  return spells(one, other) || spells(other, one);
}

/**
 * The short names of an entry: `Tech Accord`, or a whole name that is an abbreviation, or one in brackets after the
 * name.
 */
function shortNames({ name, shortName, otherNames = [] }: Description): Set<string> {
  const bracketed = [name, ...otherNames].flatMap((text) => /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? []);
  const whole = [name, ...otherNames].filter((text) => foldedWords(text).length <= 2);
  return new Set(
    [shortName, ...bracketed, ...whole]
      .map(squash)
      .filter((short) => short.length >= MIN_ABBREVIATION && !COMMON_WORDS.has(short)),
  );
}

function spells(spelled: Description, short: Description): boolean {
  const initials = namesOf(spelled).flatMap(initialsOf);
  const abbreviations = new Set(namesOf(short).flatMap(abbreviationsIn));
  return initials.some((one) => one.length >= MIN_ABBREVIATION && abbreviations.has(one));
}

/**
 * Whether two names have enough in common, or one lies in the other as a whole. A common date helps only where a word
 * that tells agreements apart is shared.
 */
function areAlike(one: string, other: string, dates: boolean): boolean {
  const [mine, theirs] = [telling(one), telling(other)];
  const shared = mine.filter((word) => theirs.some((their) => sameWord(word, their)));
  const least = Math.min(mine.length, theirs.length);
  if (shared.length === 0) return false;
  const share = shared.length / (mine.length + theirs.length - shared.length);
  const tells = shared.some((word) => !COMMON_WORDS.has(word));
  return (
    share >= ALIKE ||
    (tells && shared.length >= least && least >= MIN_CONTAINED) ||
    (tells && dates && share >= ALIKE_WITH_DATE)
  );
}

const telling = (name: string) =>
  [...new Set(foldedWords(name))].filter((word) => !SMALL_WORDS.has(word) && (word.length > 2 || /\d/.test(word)));

/** Both dates are known, and are equal or one is more exact: `2018` and `2018-04`. */
function sameTime(one: string, other: string): boolean {
  const [mine, theirs] = [one.trim(), other.trim()];
  return mine.length >= 4 && theirs.length >= 4 && (mine.startsWith(theirs) || theirs.startsWith(mine));
}

/** How many slips of the finger a word of this length may hold and still be the same word. */
const slips = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether two folded words are the same but for a typing error: a letter too many, too few, wrong, or two in the wrong
 * order.
 */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const allowed = slips(Math.min(one.length, other.length));
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed || /\d/.test(one + other)) return false;
  return distance(one, other) <= allowed;
}

/** The number of single typing errors that lead from one word to the other. */
function distance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + wrong,
        ...(swapped ? [at(before, j - 2) + 1] : []),
      ];
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return at(last, other.length);
}

const at = (row: number[], index: number) => row[index] ?? Infinity;

/**
 * A web address in the form in which it is compared: host and path. Scheme, `www`, letter case of the host, a slash at
 * the end, an index page, query and fragment do not matter. Null if it is no address.
 */
export function sameAddress(link: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(link.trim()) ? link.trim() : `https://${link.trim()}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol) || !hostname.includes('.')) return null;
  const path = decoded(pathname)
    .replace(/\/(index|default)\.[a-z]+$/i, '')
    .replace(/\/+$/, '');
  return `${hostname.replace(/^www\./, '')}${path}`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

import type { Anchor, IntakeDocument, Range } from '@/lib/intake/document';
import { markdownIn, plainTextIn } from '@/lib/intake/document-text';
import { cleanText, hasVisible } from '@/lib/platform/text/clean-text';
import { foldText } from '@/lib/platform/text/fold-text';
import { readDate } from '@/lib/platform/text/read-date';
import { readDecimal } from '@/lib/platform/text/read-decimal';
import { readNumber } from '@/lib/platform/text/read-number';
import { webAddress } from '@/lib/platform/text/web-address';
import type { PlaceControl } from '@/lib/questions/answer-place';
import type { PlacedAt } from '@/lib/questions/answer-places';
import type { Placeholders } from './placeholders';

/** What the form stores at a place: text, whether a box is ticked, or what was chosen. */
export type PlacedValue = string | boolean | string[];

/** Null where nothing was written; a reason where it can't be stored as what the place asks for. */
type ReadValue = { value: PlacedValue } | { reason: string } | null;
type Written = { text: string; plain: string; links: string[]; anchor: Anchor | null };
type Readers = {
  [Kind in PlaceControl['kind']]: (
    written: Written,
    control: Extract<PlaceControl, { kind: Kind }>,
    place: Pick<PlacedAt, 'label'>,
  ) => ReadValue;
};

/**
 * What is written in a range, in the shape in which the form stores it. Reasons are codes with a sentence each in the
 * catalogue; nothing is guessed at.
 */
export function readValue(
  document: IntakeDocument,
  range: Range,
  place: PlacedAt,
  placeholders: Placeholders,
): ReadValue {
  const written: Written = {
    text: placeholders.without(cleanText(markdownIn(document, range)).text.trim()),
    plain: placeholders.without(cleanText(plainTextIn(document, range)).text.trim()),
    links: [...new Set(document.runs.slice(range.from, range.to).flatMap(({ link }) => link ?? []))],
    anchor: controlIn(document, range),
  };
  if (place.control.kind !== 'tick' && (!hasVisible(written.plain) || placeholders.is(written.plain))) return null;
  const isNone = ['line', 'text'].includes(place.control.kind) && isNoAnswer(written.plain);
  return isNone ? { reason: 'no_answer_itself' } : readWritten(written, place);
}

export const isNoAnswer = (text: string) => NO_ANSWER.test(foldText(text)) || /^[-–—.\s]+$/u.test(text);

/** In place of an answer: that there is none, or where another one is. */
const NO_ANSWER =
  /^(?:n ?a|not applicable|nil|no comments?|no answer|nothing (?:from our side|to add)(?: thank you| thanks)?|idem|ditto|same|same as above|(?:see|as|like) (?:above|below|before|in our \w+|under \w+)|siehe oben|voir ci dessus|ver arriba)$/u;

/** The same of a text that was written at another place. */
export const readText = (text: string, place: Pick<PlacedAt, 'control' | 'label'>): ReadValue =>
  readWritten({ text, plain: text, links: [], anchor: null }, place);

function readWritten(written: Written, place: Pick<PlacedAt, 'control' | 'label'>): ReadValue {
  const reader = READERS[place.control.kind] as Readers['text']; // the reader of its own kind
  return reader(written, place.control as Extract<PlaceControl, { kind: 'text' }>, place); // of that kind
}

/** The one control in a range; several say nothing of the whole. */
function controlIn({ anchors }: IntakeDocument, { from, to }: Range): Anchor | null {
  const within = anchors.filter((anchor) => anchor.kind === 'control' && anchor.from >= from && anchor.to <= to);
  const telling = within.filter(({ control }) => control?.type !== 'text');
  return telling.length === 1 ? (telling[0] ?? null) : null;
}

const READERS: Readers = {
  line: ({ plain }) => ({ value: plain.replace(/\s*\n\s*/g, ' ') }),
  text: ({ text }) => ({ value: text }),
  date: ({ plain, anchor }) => {
    const picked = anchor?.control?.type === 'date' ? anchor.control.value : undefined;
    const read = readDate(picked ?? plain);
    return read.ok ? { value: read.date } : { reason: read.reason };
  },
  number: ({ plain }) => {
    const read = readDecimal(plain);
    return read.ok || readNumber(plain).ok ? { value: plain } : { reason: read.reason };
  },
  link: (written) => {
    const addresses = addressesIn(written);
    const [only] = addresses;
    if (only === undefined || addresses.length > 1) return { reason: only === undefined ? 'not_a_link' : 'too_many' };
    const read = webAddress(only);
    return read.ok ? { value: read.address } : { reason: read.reason };
  },
  links: (written) => {
    const read = addressesIn(written).map(webAddress);
    const fault = read.find((one) => !one.ok);
    return fault && !fault.ok
      ? { reason: fault.reason }
      : { value: read.flatMap((one) => (one.ok ? [one.address] : [])).join('\n') };
  },
  tick: ({ plain, anchor }, _, { label }) => tickIn(plain, anchor, label),
  one: ({ plain, anchor }, { options }) => {
    const chosen = anchor?.control?.type === 'dropdown' ? anchor.control.value : undefined;
    const found = options.find(({ value }) => value === chosen) ?? optionNamed(plain, options);
    return found ? { value: found.value } : { reason: 'unknown_choice' };
  },
  several: ({ plain }, { options }) => {
    const found = severalIn(plain, options);
    return found ? { value: [...new Set(found)] } : { reason: 'unknown_choice' };
  },
};

/** Where the words are not an address themselves, a link behind them is. */
function addressesIn({ plain, links }: Written): string[] {
  const typed = plain.split(/[\s,;]+/).filter(Boolean);
  return typed.every((one) => webAddress(one).ok) || links.length === 0 ? typed : links;
}

const BOX = /[☐□▢❏☑☒✓✔✗✘🗹🗷]|\[ ?[xX✓]? ?\]/gu;
const EMPTY_BOX = /^(?:[☐□▢❏]|\[ *\])$/u;
/** In the languages that the forum's papers are written in. */
const YES = new Set([
  'x',
  'yes',
  'y',
  'ja',
  'oui',
  'si',
  'sim',
  'да',
  'نعم',
  '是',
  'true',
  'signed',
  'signatory',
  'i agree',
  'agreed',
]);
const NO = new Set(['no', 'n', 'nein', 'non', 'nao', 'нет', 'لا', '否', 'false', 'none', 'n a']);

/**
 * A box may also be replaced by a cross or a word, and its label may stand beside it. Where sign and word contradict each
 * other, or there are more words, it is not for a program to say what is meant.
 */
function tickIn(plain: string, anchor: Anchor | null, label: string): ReadValue {
  const [box, ...others] = plain.match(BOX) ?? [];
  const shown = box === undefined ? undefined : !EMPTY_BOX.test(box);
  const sign = anchor?.control?.type === 'checkbox' ? anchor.control.checked : shown;
  const words = foldText(foldText(plain.replace(BOX, ' ')).replace(foldText(label), ''));
  const word = words === '' ? undefined : YES.has(words) ? true : NO.has(words) ? false : 'unclear';
  // An empty box is what was printed: a person who writes a cross beside it means the cross.
  const contradict = sign === true && word === false;
  if (others.length > 0 || word === 'unclear' || contradict) return { reason: 'tick_unclear' };
  return sign === true || word === true ? { value: true } : null;
}

/** Countries are called so more often than by their names. */
const ALSO_CALLED: Record<string, string> = {
  US: 'USA',
  GB: 'UK',
  AE: 'UAE',
  KR: 'South Korea',
  RU: 'Russia',
  CZ: 'Czech Republic',
};

/** By what is read or what is stored, whatever quotes, dashes and spaces a program put there; not if two are meant. */
export function optionNamed<Choice extends { value: string; label: string; code?: string }>(
  text: string,
  options: readonly Choice[],
): Choice | undefined {
  const folded = foldText(text.replace(/^[–—•·\-☒☑✓✔]\s*/u, ''));
  if (folded === '') return undefined;
  const byCode = options.filter(({ code, value }) =>
    [code, value, ALSO_CALLED[value]].some((one) => one !== undefined && foldText(one) === folded),
  );
  const byLabel = options.filter(({ label }) => foldText(label) === folded);
  const found = byCode.length > 0 ? byCode : byLabel;
  return found.length === 1 ? found[0] : undefined;
}

/** All of them, or none: names may hold commas themselves. */
function severalIn(plain: string, options: Extract<PlaceControl, { kind: 'several' }>['options']): string[] | null {
  for (const signs of [/\n|[;；؛]/, /[\n;,；؛，、،]/, /[\n;,]|\s+(?:and|und|et|y)\s+/, /[\n;,；؛，、،\s]+/]) {
    const parts = plain
      .split(signs)
      .map((part) => part.trim())
      .filter(hasVisible);
    const found = parts.map((part) => optionNamed(part, options)?.value);
    if (found.every((one) => one !== undefined)) return found;
  }
  return null;
}

import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { IntakeDocument, Noticed, Range } from '@/lib/intake/document';
import type { FoundPicture } from '@/lib/intake/pictures';
import { markdownIn, plainTextIn } from '@/lib/intake/document-text';
import { hasVisible } from '@/lib/platform/text/clean-text';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { findAuthor } from './find-author';
import { findPlaces } from './find-places';
import type { Found, How, NotTaken } from './find-places';
import { findQuestions } from './find-questions';
import type { AskedQuestion, Segment } from './find-questions';
import { compareIdentity } from './file-identity';
import type { FileIdentity, IdentityWarning } from './file-identity';
import { placeholdersOf } from './placeholders';
import type { Placeholders } from './placeholders';
import { printedMatcher } from './printed';
import { readValue } from './read-value';
import type { PlacedValue } from './read-value';

/** What a document is placed against. */
export type PlacingInput = {
  identity: FileIdentity;
  /** The places of the questionnaire that is answered now. */
  places: readonly PlacedAt[];
  /** Those of the version that the file was made from, where that is another one. */
  placesThen?: readonly PlacedAt[];
  questions: readonly AskedQuestion[];
  aboutTitle: string;
  /** What the file says by itself, by `printedIn`. */
  printed: readonly string[];
  /** What it shows where nothing has been written. */
  placeholders: readonly string[];
};

export type PlacedAnswer = {
  place: PlacedAt;
  how: How;
  /** As it stands in the file. */ text: string;
  value: PlacedValue;
};

/**
 * A text without a place: `reason` is a code. `place` is where it seems to belong, `question` the key of the question
 * that it follows.
 */
export type NotPlaced = { text: string; reason: string; place: PlacedAt | null; question: string | null };

export type Placing = {
  answers: PlacedAnswer[];
  notPlaced: NotPlaced[];
  /** The draft or paper that the file was made from. */ exportId: string | null;
  warnings: (IdentityWarning | { kind: 'nothing_written' })[];
  noticed: Partial<Record<Noticed, number>>;
  /** Each with the key of the question that it follows. They can be kept as attachments. */
  pictures: (Omit<FoundPicture, 'at'> & { question: string | null })[];
};

/** So many rows that ask in the words of the form are no accident. */
const ROWS_OF_A_FORM = 3;

type Setting = {
  document: IntakeDocument;
  input: PlacingInput;
  isPrinted: (text: string) => boolean;
  placeholders: Placeholders;
};

/**
 * The answers of a document by their places, and everything else that was written in it: nothing is lost, and nothing is
 * guessed. Codes count only where the file is of the version whose places are known.
 */
export function placeAnswers(document: IntakeDocument, input: PlacingInput): Placing {
  const setting: Setting = {
    document,
    input,
    isPrinted: printedMatcher(input.printed),
    placeholders: placeholdersOf(input.placeholders),
  };
  const { exportId, warnings, isOther, isOurs } = compareIdentity(document.properties, input.identity);
  const codesCount = !isOther || input.placesThen !== undefined;
  const { found, notTaken } = findPlaces(document, input.placesThen ?? input.places, {
    codesCount,
    isPrinted: setting.isPrinted,
    titles: [
      ...input.questions.map(({ key, title }) => ({ step: key, title })),
      { step: ABOUT_STEP, title: input.aboutTitle },
    ],
  });
  // A file of the form is never read as an essay: what stands beside its places is not placed.
  const isForm = isOurs || found.some(({ how }) => how !== 'similarity') || found.length >= ROWS_OF_A_FORM;
  const read = isForm ? readForm(found, notTaken, setting) : readEssay(setting);
  const notPlaced = [...read.notPlaced, ...restOf(read.claimed, isForm ? found : [], setting), ...marginsOf(setting)];
  const isEmpty = read.answers.length + notPlaced.length + document.pictures.length === 0;
  return {
    answers: read.answers,
    notPlaced,
    exportId,
    warnings: [...warnings, ...(isEmpty ? [{ kind: 'nothing_written' as const }] : [])],
    noticed: document.noticed,
    pictures: document.pictures.map(({ at, ...picture }) => ({
      ...picture,
      question: nearest({ from: at, to: at }, isForm ? found : [])?.step ?? null,
    })),
  };
}

type Reading = { answers: PlacedAnswer[]; notPlaced: NotPlaced[]; claimed: Range[] };

function readForm(found: readonly Found[], notTaken: readonly NotTaken[], setting: Setting): Reading {
  const { document, input, isPrinted, placeholders } = setting;
  const now = new Map(input.places.map((place) => [place.tag, place]));
  const reading: Reading = { answers: [], notPlaced: [], claimed: [] };
  const leaveOut = (range: Range, place: PlacedAt, reason: string) => {
    const text = markdownIn(document, range);
    const plain = plainTextIn(document, range);
    const isOurs = placeholders.is(text) || (foldText(plain) !== '' && isPrinted(plain));
    if (hasVisible(text) && !isOurs) reading.notPlaced.push({ text, reason, place, question: place.step });
    reading.claimed.push(range);
  };
  for (const { place: then, range, how } of found) {
    const place = now.get(then.tag);
    const read = readValue(document, range, place ?? then, placeholders);
    if (read === null) reading.claimed.push(range);
    else if (!place) leaveOut(range, then, 'no_longer_asked');
    else if ('reason' in read) leaveOut(range, place, read.reason);
    else if (isNoAddress(place, read.value)) leaveOut(range, place, 'not_an_email');
    else {
      reading.answers.push({ place, how, text: placeholders.without(plainTextIn(document, range)), value: read.value });
      reading.claimed.push(range);
    }
  }
  for (const { place, range, reason } of notTaken)
    if (readValue(document, range, place, placeholders) === null) reading.claimed.push(range);
    else leaveOut(range, place, reason);
  return reading;
}

/** A document that was not made from the form: under the questions as they were asked. */
function readEssay({ document, input, placeholders }: Setting): Reading {
  const { segments, repeated, author } = findQuestions(document, input.questions, input.aboutTitle);
  const placeOf = (question: string) =>
    input.places.find(({ step, path, entry }) => step === question && path.join('.') === 'text' && !entry) ?? null;
  const textOf = ({ begun, range }: Segment) => [begun, markdownIn(document, range)].filter(hasVisible).join('\n\n');
  const answers = segments.flatMap((segment): PlacedAnswer[] => {
    const [place, text] = [placeOf(segment.question), textOf(segment)];
    return place && !placeholders.is(text) ? [{ place, how: segment.how, text, value: text }] : [];
  });
  const details = author ? findAuthor(document, author, input.places) : [];
  const notPlaced: NotPlaced[] = repeated.map((segment) => ({
    ...{ text: textOf(segment), reason: 'place_twice', place: placeOf(segment.question), question: segment.question },
  }));
  for (const { asked, question } of [...segments, ...repeated])
    if (asked !== '') notPlaced.push({ text: asked, reason: 'seems_a_question', place: placeOf(question), question });
  for (const { place, text } of details) {
    const { control } = place;
    const chosen =
      control.kind === 'one'
        ? control.options.filter(({ label, value }) => [label, value].some((one) => foldText(one) === foldText(text)))
        : [];
    if (isNoAddress(place, text)) notPlaced.push({ text, reason: 'not_an_email', place, question: place.step });
    else if (control.kind !== 'one') answers.push({ place, how: 'similarity', text, value: text });
    else if (chosen.length === 1 && chosen[0]) answers.push({ place, how: 'similarity', text, value: chosen[0].value });
    else notPlaced.push({ text, reason: 'unknown_choice', place, question: place.step });
  }
  return {
    answers,
    notPlaced,
    claimed: [...segments, ...repeated]
      .map(({ range, head }) => ({ from: head.from, to: range.to }))
      .concat(details.map(({ range }) => range)),
  };
}

/** Contact details are kept apart, so words that are none must not get there. */
const isNoAddress = ({ step, path }: PlacedAt, value: PlacedValue): boolean =>
  step === ABOUT_STEP && path[0] === 'email' && !/^\S+@\S+\.\S+$/.test(String(value));

/** What was written and is claimed by no place, in pieces that stand together. */
function restOf(
  claimed: readonly Range[],
  found: readonly Found[],
  { document, isPrinted, placeholders }: Setting,
): NotPlaced[] {
  const taken = new Uint8Array(document.runs.length);
  for (const { from, to } of claimed) taken.fill(1, from, to);
  const pieces: { range: Range; place: PlacedAt | null }[] = [];
  let goesOn = false;
  let table: number | null = null;
  for (const paragraph of document.paragraphs) {
    const own = document.cells[paragraph.cell ?? -1]?.table ?? null;
    if (own !== table || taken[paragraph.from] === 1) goesOn = false;
    table = own;
    for (const range of freeIn(paragraph, taken)) {
      const text = plainTextIn(document, range);
      if (!hasVisible(text)) continue;
      const isHead = found.length > 0 && document.cells[paragraph.cell ?? -1]?.column === 0;
      const isOwn = !isPrinted(isHead ? text.replace(CODE, '') : text) && !placeholders.is(text);
      const last = pieces.at(-1);
      if (isOwn && goesOn && last) last.range = { from: last.range.from, to: range.to };
      else if (isOwn) pieces.push({ range, place: nearest(range, found) });
      goesOn = isOwn;
    }
  }
  return pieces.map(({ range, place }) => ({
    text: markdownIn(document, range),
    reason: 'outside_of_places',
    place: null,
    question: place?.step ?? null,
  }));
}

/** At the head of a row or a room: another version has other codes. */
const CODE = /^(?:Q\d{1,2}|[YZ])(?:\s*\/\s*(?:[A-Z][\w.]*|\d+))?(?=$|\s*·)/;

function freeIn({ from, to }: Range, taken: Uint8Array): Range[] {
  const free: Range[] = [];
  for (let at = from; at < to; at++) {
    const last = free.at(-1);
    if (taken[at] === 1) continue;
    if (last?.to === at) last.to = at + 1;
    else free.push({ from: at, to: at + 1 });
  }
  return free;
}

/** What was typed at the head and the foot of the pages, beside the title and the numbers of the pages. */
const marginsOf = ({ document, isPrinted }: Setting): NotPlaced[] =>
  document.margins
    .filter((text) => !isPrinted(text.replace(PAGE_NUMBER, '')))
    .map((text) => ({ text, reason: 'outside_of_places', place: null, question: null }));

const PAGE_NUMBER = /(?:page|seite|página|strona|стр)?\.?\s*\d*\s*(?:\/|of|sur|von|de|из)?\s*\d*\s*$/iu;

/** The place before it in the file. */
function nearest({ from }: Range, found: readonly Found[]): PlacedAt | null {
  const before = found.filter(({ range }) => range.from <= from);
  return before.toSorted((a, b) => b.range.from - a.range.from)[0]?.place ?? null;
}

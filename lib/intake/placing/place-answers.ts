import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import type { IntakeDocument, Noticed, Range } from '@/lib/intake/document';
import type { FoundPicture } from '@/lib/intake/pictures';
import { markdownIn, plainTextIn } from '@/lib/intake/document-text';
import { groupBy } from '@/lib/platform/group-by';
import { hasVisible } from '@/lib/platform/text/clean-text';
import { foldText } from '@/lib/platform/text/fold-text';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { findAuthor } from './find-author';
import { findPlaces, sectionsOf } from './find-places';
import type { Found, How, NotTaken } from './find-places';
import { findMarkedChoices } from './marked-choices';
import { findQuestions } from './find-questions';
import type { AskedQuestion, Segment } from './find-questions';
import { compareIdentity } from './file-identity';
import type { FileIdentity, IdentityWarning } from './file-identity';
import { placeholdersOf, withTypedMarked } from './placeholders';
import type { Placeholders } from './placeholders';
import { printedMatcher } from './printed';
import { isNoAnswer, optionNamed, readValue } from './read-value';
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
  titles: { step: string; title: string }[];
  isPrinted: (text: string) => boolean;
  placeholders: Placeholders;
};

/**
 * The answers of a document by their places, and everything else that was written in it: nothing is lost, and nothing is
 * guessed. Codes count only where the file is of the version whose places are known.
 */
export function placeAnswers(given: IntakeDocument, input: PlacingInput): Placing {
  const placeholders = placeholdersOf(input.placeholders);
  const document = withTypedMarked(given, placeholders);
  const setting: Setting = {
    document,
    input,
    titles: [
      ...input.questions.map(({ key, title }) => ({ step: key, title })),
      { step: ABOUT_STEP, title: input.aboutTitle },
    ],
    isPrinted: printedMatcher(input.printed),
    placeholders,
  };
  const { exportId, warnings, isOther, isOurs } = compareIdentity(document.properties, input.identity);
  const codesCount = !isOther || input.placesThen !== undefined;
  const { found, notTaken } = findPlaces(document, input.placesThen ?? input.places, {
    codesCount,
    isPrinted: setting.isPrinted,
    titles: setting.titles,
  });
  // A file of the form is never read as an essay: what stands beside its places is not placed.
  const isForm = isOurs || found.some(({ how }) => how !== 'similarity') || found.length >= ROWS_OF_A_FORM;
  const read = isForm
    ? withMarkedChoices(withLooseText(readForm(found, notTaken, setting), setting), setting)
    : readEssay(setting);
  const notPlaced = [
    ...read.notPlaced,
    ...restOf(read.claimed, isForm, setting).map((piece) => asNotPlaced(piece, setting)),
    ...marginsOf(setting),
  ];
  const sections = isForm ? sectionsOf(document, setting.titles) : [];
  const isEmpty = read.answers.length + notPlaced.length + document.pictures.length === 0;
  return {
    answers: read.answers,
    notPlaced,
    exportId,
    warnings: [...warnings, ...(isEmpty ? [{ kind: 'nothing_written' as const }] : [])],
    noticed: document.noticed,
    pictures: document.pictures.map(({ at, ...picture }) => ({
      ...picture,
      // A picture has no text of its own: at the end of a section it stands where the next one begins.
      question: sections.find(({ from, to }) => from <= at && at <= to)?.step ?? null,
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
    const isOurs = placeholders.is(text) || (foldText(plain) !== '' && isPrinted(plain) && !CODE_OF_CHOICE.test(plain));
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
    return place && !placeholders.is(text) && !isNoAnswer(text) ? [{ place, how: segment.how, text, value: text }] : [];
  });
  const details = author ? findAuthor(document, author, input.places) : [];
  const notPlaced: NotPlaced[] = repeated.map((segment) => ({
    ...{ text: textOf(segment), reason: 'place_twice', place: placeOf(segment.question), question: segment.question },
  }));
  for (const segment of segments.filter((one) => isNoAnswer(textOf(one))))
    notPlaced.push({
      ...{ text: textOf(segment), reason: 'no_answer_itself', question: segment.question },
      place: placeOf(segment.question),
    });
  for (const { asked, question } of [...segments, ...repeated])
    if (asked !== '') notPlaced.push({ text: asked, reason: 'seems_a_question', place: placeOf(question), question });
  for (const { place, text } of details) {
    const { control } = place;
    const chosen = control.kind === 'one' ? optionNamed(text, control.options) : undefined;
    if (isNoAddress(place, text)) notPlaced.push({ text, reason: 'not_an_email', place, question: place.step });
    else if (control.kind !== 'one') answers.push({ place, how: 'similarity', text, value: text });
    else if (chosen) answers.push({ place, how: 'similarity', text, value: chosen.value });
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

/**
 * Text between a question and the next one, outside of all tables, is its answer in words where that was left empty:
 * some people write under the question, or below its box.
 */
function withLooseText(reading: Reading, setting: Setting): Reading {
  const { document, input } = setting;
  const pieces = groupBy(restOf(reading.claimed, true, setting), ({ question }) => question ?? '');
  const added = [...pieces].flatMap(([question, [piece, ...others]]): (PlacedAnswer & { range: Range })[] => {
    const place = input.places.find(({ step, path, entry }) => step === question && isWords(path) && !entry);
    const isTaken = [...reading.answers, ...reading.notPlaced].some((one) => one.place?.tag === place?.tag);
    if (!piece || others.length > 0 || !place || isTaken || piece.inTable) return [];
    const read = readValue(document, piece.range, place, setting.placeholders);
    if (!read || !('value' in read)) return [];
    const text = plainTextIn(document, piece.range);
    return [{ place, how: 'similarity', text, value: read.value, range: piece.range }];
  });
  return {
    ...reading,
    answers: [...reading.answers, ...added.map(({ range: _, ...answer }) => answer)],
    claimed: [...reading.claimed, ...added.map(({ range }) => range)],
  };
}

/** A choice that is bold, coloured or underlined in place of its box. */
function withMarkedChoices(reading: Reading, { document, input, titles }: Setting): Reading {
  const written = new Set([...reading.answers, ...reading.notPlaced].map(({ place }) => place?.tag));
  const added = findMarkedChoices(document, input.places, {
    sections: sectionsOf(document, titles),
    isTaken: ({ tag }) => written.has(tag),
  });
  return { ...reading, answers: [...reading.answers, ...added] };
}

const isWords = (path: readonly string[]) => path.length === 1 && path[0] === 'text';

type Piece = { range: Range; question: string | null; inTable: boolean };

/** What was written and is claimed by no place, in pieces that stand together. */
function restOf(claimed: readonly Range[], isForm: boolean, setting: Setting): Piece[] {
  const { document, titles } = setting;
  const sections = isForm ? sectionsOf(document, titles) : [];
  const taken = new Uint8Array(document.runs.length);
  for (const { from, to } of claimed) taken.fill(1, from, to);
  const pieces: Piece[] = [];
  let goesOn = false;
  let table: number | null = null;
  for (const paragraph of document.paragraphs) {
    const own = document.cells[paragraph.cell ?? -1]?.table ?? null;
    if (own !== table || taken[paragraph.from] === 1) goesOn = false;
    table = own;
    for (const range of freeIn(paragraph, taken)) {
      const text = plainTextIn(document, range);
      if (!hasVisible(text)) continue;
      const column = isForm ? document.cells[paragraph.cell ?? -1]?.column : undefined;
      const isOwn = isWritten(text, column, setting);
      const last = pieces.at(-1);
      const question = sectionAt(sections, range);
      if (isOwn && goesOn && last && last.question === question) last.range = { from: last.range.from, to: range.to };
      else if (isOwn) pieces.push({ range, question, inTable: own !== null });
      goesOn = isOwn;
    }
  }
  return pieces;
}

/** Whether a person has written a text: it is neither printed nor the sign of an empty place. */
function isWritten(text: string, column: number | undefined, { isPrinted, placeholders }: Setting): boolean {
  if (column !== undefined && column > 0 && CODE_OF_CHOICE.test(text)) return true;
  return !isPrinted(column === 0 ? text.replace(CODE, '') : text) && !placeholders.is(text);
}

const sectionAt = (sections: readonly (Range & { step: string })[], { from }: Range): string | null =>
  sections.find((section) => section.from <= from && from < section.to)?.step ?? null;

const asNotPlaced = ({ range, question }: Piece, { document }: Setting): NotPlaced => ({
  ...{ text: markdownIn(document, range), reason: 'outside_of_places', place: null, question },
});

/** At the head of a row or a room: another version has other codes. */
const CODE = /^(?:Q\d{1,2}|[YZ])(?:\s*\/\s*(?:[A-Z][\w.]*|\d+))?(?=$|\s*·)/;

/** In lists it is printed first in its row; elsewhere a person has written it. */
const CODE_OF_CHOICE = /^[AC]\d[\d.]*$/;

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

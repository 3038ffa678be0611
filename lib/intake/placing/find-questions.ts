import type { IntakeDocument, Range } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';
import { groupBy } from '@/lib/platform/group-by';
import { hasVisible } from '@/lib/platform/text/clean-text';
import { foldedWords, foldText } from '@/lib/platform/text/fold-text';
import type { How } from './find-places';
import { similarity } from './similarity';

/** A question as a document without codes may name it. */
export type AskedQuestion = { key: string; number: string; title: string; shortTitle: string; help: string };

/** What follows a question in a document. `begun`: the answer's first words, in the paragraph of the question itself. */
export type Segment = {
  question: string;
  /** The line of the question. */ head: Range;
  range: Range;
  begun: string;
  how: How;
  /** The line above it, where it is taken for the question although it is not alike. */ asked: string;
};
export type Segments = {
  segments: Segment[];
  /** Each question that several places of the document answer. */ repeated: Segment[];
  /** What follows the answers: who has written them. */ author: Range | null;
};

type Line = Range & {
  index: number;
  text: string;
  words: string[];
  mark: string | null;
  heading: number | null;
  /** Quoted from another mail: it may ask, and it never answers. */ aside: boolean;
};
type Head = { line: Line; question: string; how: How; rest: string; asked?: string };

/** So alike a line and a question have to be: measured on answers that repeat, shorten or translate them. */
const ALIKE = 0.75;
/** Where the number is right as well. */
const ALIKE_WITH_NUMBER = 0.5;

/** From here on a line says the question, whatever signs and small words it has more or less. */
const SAME = 0.9;

/**
 * The answers of a document that was written without the form: under the questions as they were asked, under their
 * numbers, or under headings that say the same. A line that could be two questions is none.
 */
export function findQuestions(
  document: IntakeDocument,
  questions: readonly AskedQuestion[],
  aboutTitle: string,
): Segments {
  const lines = linesOf(document);
  const ends = lines.filter((line) => isEnd(line, aboutTitle));
  const firstEnd = (after: number) => ends.find(({ index }) => index > after);
  const end = document.runs.length;
  const writtenUnder = (heads: readonly Head[]) =>
    segmentsOf(heads, { lines, questions, ends, end }).filter(
      ({ range, begun }) => begun !== '' || hasVisible(plainTextIn(document, range)),
    );
  const [heads, written] = headsIn(lines, questions, writtenUnder);
  const groups = [...groupBy(written, ({ question }) => question).values()];
  const about = heads.length === 0 ? undefined : ends.find((line) => isAbout(line, aboutTitle));
  const afterAbout = about && (firstEnd(about.index)?.from ?? end);
  return {
    segments: groups.flatMap((group) => (group.length === 1 ? group : [])),
    repeated: groups.flatMap((group) => (group.length > 1 ? group : [])),
    author: about ? { from: about.to, to: afterAbout ?? end } : null,
  };
}

type Setting = { lines: readonly Line[]; questions: readonly AskedQuestion[]; ends: readonly Line[]; end: number };

/** What follows each head up to the next one. What a mail quotes before or after the answer is none of it. */
const segmentsOf = (heads: readonly Head[], { lines, questions, ends, end }: Setting): Segment[] =>
  heads.map((head, at): Segment => {
    const asked = questions.find(({ key }) => key === head.question);
    const last = Math.min(
      heads[at + 1]?.line.from ?? end,
      ends.find(({ index }) => index > head.line.index)?.from ?? end,
      lines.find((line) => endsSegment(line, head, questions))?.from ?? end,
    );
    const below = withoutPrinted(lines, { from: head.line.to, to: last }, asked);
    const parts = head.rest === '' ? partsOfQuestion(lines, { from: below, to: last }) : [];
    const from = parts.at(-1)?.to ?? below;
    const quoted = lines.find((line) => line.aside && line.from >= from && line.from < last);
    return {
      ...{ question: head.question, head: head.line, how: head.how },
      asked: [head.asked ?? '', ...parts.map(({ text }) => text)].filter(Boolean).join('\n'),
      begun: head.line.aside ? '' : head.rest,
      range: { from, to: quoted?.from ?? last },
    };
  });

const ASKS = /[?？؟]/;
const isItem = ({ mark, text }: Line) => mark !== null || /^[-•–·o]\s/.test(text);

/**
 * A list right below a question that asks in turn, as the forum's calls once did: what is to be said, and no part of the
 * answer. The answer is what follows the list.
 */
function partsOfQuestion(lines: readonly Line[], { from, to }: Range): Line[] {
  const within = lines.filter((line) => line.from >= from && line.from < to);
  const count = within.findIndex((line) => !isItem(line));
  const items = within.slice(0, Math.max(0, count));
  return items.some(({ text }) => ASKS.test(text)) ? items : [];
}

/** The numbers come first where they are complete: then every question is there, alike or not. */
function headsIn(
  lines: readonly Line[],
  questions: readonly AskedQuestion[],
  writtenUnder: (heads: readonly Head[]) => Segment[],
): [heads: Head[], written: Segment[]] {
  const byWords = lines.flatMap((line) => headOf(line, questions) ?? []);
  const written = writtenUnder(byWords);
  const own = lines.filter(({ aside }) => !aside);
  const byNumber = headsByNumber(own, questions);
  const agree = written.every(({ head, question }) =>
    byNumber.some((one) => one.line === head && one.question === question),
  );
  if (!agree || byNumber.length === 0) return [byWords, written];
  const heads = byNumber.map((head) => byWords.find(({ line }) => line === head.line) ?? head);
  return [heads, writtenUnder(heads)];
}

/** A heading as high as that of the question, or a numbered line that seems to be another question. */
function endsSegment(line: Line, { line: head }: Head, questions: readonly AskedQuestion[]): boolean {
  if (line.from <= head.from) return false;
  if (head.heading !== null && line.heading !== null && line.heading <= head.heading) return true;
  const [own, other] = [numberIn(head), numberIn(line)];
  const isNumbered = own !== null && other !== null && own !== other;
  return isNumbered && questions.some(({ number }) => number === other) && ASKS.test(line.text);
}

const linesOf = (document: IntakeDocument): Line[] =>
  document.paragraphs.flatMap(({ from, to, list, heading, aside = false }, index) => {
    const text = plainTextIn(document, { from, to });
    const line = { from, to, index, text, words: foldedWords(text), mark: list?.mark ?? null, heading, aside };
    return text === '' ? [] : [line];
  });

/** `3.`, `Q3:`, `Question 3 -`: the number at the beginning of a line, and what follows it. */
const NUMBERED =
  /^(?:(?:question|answer|réponse|respuesta|frage|antwort|вопрос|ответ|q|a)\s*\.?\s*)?([A-Za-z]?\.?\d{1,2}(?:\.\d{1,2})?)\s*[.):–—-]*\s*/iu;
const EXPLICIT = /^(?:question|answer|réponse|respuesta|frage|antwort|вопрос|ответ|q)\s*\.?\s*\d/iu;

const numberIn = ({ mark, text }: Line): string | null =>
  (mark !== null && mark !== '-' ? mark.replace(/[.)]$/, '') : NUMBERED.exec(text)?.[1]) ?? null;

function headOf(line: Line, questions: readonly AskedQuestion[]): Head[] | null {
  const number = numberIn(line);
  const found = questions
    .map((question) => ({ question, ...likenessOf(line, question) }))
    .filter(({ question, like }) => like >= (number === question.number ? ALIKE_WITH_NUMBER : ALIKE))
    .toSorted((a, b) => b.like - a.like);
  const [best, second] = found;
  if (best && (!second || best.like - second.like > 0.1)) return [headAt(line, best)];
  const named = EXPLICIT.test(line.text) ? questions.find((question) => question.number === number) : undefined;
  const rest = line.text.replace(NUMBERED, '');
  return named ? [{ line, question: named.key, how: 'order', rest }] : null;
}

type Alike = { question: AskedQuestion; like: number; isWhole: boolean };

function headAt(line: Line, { question, like, isWhole }: Alike): Head {
  const rest = restOf(line, question, isWhole);
  // Words that the question does not have must not get lost with it.
  const isSame = !isWhole || like >= SAME || line.heading !== null;
  const said = line.text
    .slice(0, line.text.length - rest.length)
    .replace(NUMBERED, '')
    .trim();
  return { line, question: question.key, how: 'similarity', rest, asked: isSame ? '' : said };
}

/** To the whole question, to its beginning if the line goes on with the answer, or as a heading to its short title. */
function likenessOf(line: Line, { title, shortTitle }: AskedQuestion): { like: number; isWhole: boolean } {
  const words = foldedWords(line.text.replace(NUMBERED, ''));
  const asked = foldedWords(title);
  const whole = similarity(words, asked);
  const begins =
    asked.length >= 5 && words.length > asked.length * 1.2 ? similarity(words.slice(0, asked.length), asked) : 0;
  const short = line.heading !== null || words.length <= 8 ? similarity(words, foldedWords(shortTitle)) : 0;
  return { like: Math.max(whole, begins, short), isWhole: begins <= Math.max(whole, short) };
}

/** The answer that begins in the paragraph of its question: after as many words as the question has, and its last sign. */
function restOf({ text }: Line, { title }: AskedQuestion, isWhole: boolean): string {
  if (isWhole) return (/[?？؟][^\p{L}\p{N}]*([\p{L}\p{N}][^?？؟]*)$/u.exec(text)?.[1] ?? '').trim();
  const count = foldedWords(title).length;
  const ends = [...text.replace(NUMBERED, (lead) => ' '.repeat(lead.length)).matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const at = ends[count - 1];
  if (!at) return text;
  const end = at.index + at[0].length;
  const [sign = ''] = /^[^\p{L}\p{N}]*/u.exec(text.slice(end)) ?? [];
  return text.slice(end + sign.length).trim();
}

/**
 * Answers under the numbers alone: only where each number of the questionnaire is there once, and in its order. Where
 * most of these lines ask, they are the questions as the call once had them, and no part of the answers.
 */
function headsByNumber(lines: readonly Line[], questions: readonly AskedQuestion[]): Head[] {
  const numbered = lines.flatMap((line) => {
    const question = questions.find(({ number }) => number === numberIn(line));
    return question ? [{ line, question: question.key }] : [];
  });
  const isInOrder = numbered.map(({ question }) => question).join(' ') === questions.map(({ key }) => key).join(' ');
  if (questions.length < 2 || !isInOrder) return [];
  const areQuestions = numbered.filter(({ line }) => ASKS.test(line.text)).length * 2 > numbered.length;
  return numbered.map(({ line, question }) => {
    const said = line.mark === null ? line.text.replace(NUMBERED, '') : line.text;
    return { line, question, how: 'order', rest: areQuestions ? '' : said, asked: areQuestions ? said : '' };
  });
}

/** What the call itself says below a question, such as its help and what to fill in, is no answer. */
function withoutPrinted(lines: readonly Line[], { from, to }: Range, question: AskedQuestion | undefined): number {
  const printed = ` ${foldText(`${question?.title ?? ''} ${question?.help ?? ''}`)} `;
  for (const line of lines) {
    if (line.from < from || line.from >= to) continue;
    const isPrinted = line.words.length >= 2 && printed.includes(` ${line.words.join(' ')} `);
    if (!isPrinted && !line.aside) return line.from;
  }
  return to;
}

const isAbout = ({ words, text }: Line, title: string) =>
  /^about (?:us|the author|our organi[sz]ation)\s*(?:[:.–—-]|$)/i.test(text) ||
  (words.length <= 14 && similarity(words.slice(0, foldedWords(title).length), foldedWords(title)) >= 0.99);
/** With what people end a letter, before their name. */
const CLOSING =
  /^(?:(?:with )?(?:best|kind|kindest|warm|many)\s+(?:regards|wishes|greetings|thanks)|regards|sincerely|yours (?:sincerely|faithfully|truly)|mit (?:freundlichen|besten) grüßen|freundliche grüße|(?:bien )?cordialement|(?:saludos|atentamente)|с уважением)[\s,.!]*$/iu;
const isEnd = (line: Line, aboutTitle: string) =>
  isAbout(line, aboutTitle) ||
  CLOSING.test(line.text.split('\n')[0] ?? '') ||
  (line.words.length <= 12 && /^(annex|annexe|anhang|anexo|appendix)$/.test(line.words[0] ?? ''));

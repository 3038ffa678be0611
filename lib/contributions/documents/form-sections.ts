import type { CodedOption } from '@/lib/questions/answer-place';
import { placeMaker, placesIn } from '@/lib/questions/answer-places';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { sentenceOf } from '@/lib/questions/condition';
import type { BlankContext, BlankEntry, CodedSet } from '@/lib/questions/kind';
import { numberOf, questionCodes, sectionBeginningWith } from '@/lib/questions/numbering';
import { isAnsweredByText, kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import type { Block, PaperSection } from '@/lib/questions/paper';
import { aboutForm } from './about-form';

/** What a questionnaire asks, and what it can be answered with. */
export type FormInput = {
  locale: Locale;
  words: Words;
  questionnaire: Questionnaire;
  /** The slugs of the agreements in the annex of the call, in its order. */
  annex: readonly string[];
  agreements: readonly CodedOption[];
  sets: readonly CodedSet[];
  /** The address of the dataset, if it has one that others can open. */
  agreementsAddress: string | null;
  /** The call offers that a contribution is not published. */
  offersEditorsOnly?: boolean;
  shape?: FormShape;
};

/**
 * How many rows and which proposals a draft has, by question. The same questionnaire in the same shape has the same
 * places in the same order.
 */
export type FormShape = Record<string, { filled?: number; entries?: readonly BlankEntry[] }>;

/**
 * Every place of a questionnaire at which an answer can be written, in the order of the paper: those of its questions,
 * asked or not, then the author and the consent. Tags and bookmarks are those of the same place in every version of the
 * questionnaire; codes and order are those of this version.
 */
export const answerPlacesOf = (input: FormInput): PlacedAt[] =>
  formSections(input).flatMap(({ blocks }) => placesIn(blocks));

/** Where the parts of a form are, each a link to it: questions by their codes and short titles, the rest by its title. */
export function contentsOf(sections: readonly PaperSection[], { questions }: Questionnaire, words: Words): Block {
  const codes = questionCodes(questions);
  const named = ({ id, title, eyebrow }: PaperSection) => {
    const question = questions.find(({ key }) => key === id);
    return question ? `${codes[id]} · ${question.shortTitle}` : [eyebrow, title].filter(Boolean).join(' · ');
  };
  return {
    kind: 'list',
    label: words('sharing.blank.contents'),
    items: sections.map((section) => [{ text: named(section), to: section.id }]),
  };
}

/** The questions of a call with a place for each answer, then the author and the consent, then the long tables. */
export const formSections = (input: FormInput): PaperSection[] => [
  ...input.questionnaire.questions.map((question) => questionForm(question, input)),
  aboutForm(input),
  ...input.questionnaire.questions.flatMap((question) => questionTables(question, input)),
];

/** The question with its code, and what its kind needs to lay out its places. */
function contextOf(question: Question, input: FormInput): BlankContext {
  const { words, locale, questionnaire, annex, agreements, sets, agreementsAddress } = input;
  const { filled = 0, entries = [] } = input.shape?.[question.key] ?? {};
  const code = questionCodes(questionnaire.questions)[question.key] ?? question.key;
  const place = placeMaker(question.key, code);
  return { locale, words, place, annex, agreements, sets, agreementsAddress, filled, entries, code };
}

function questionForm(question: Question, input: FormInput): PaperSection {
  const { words, questionnaire } = input;
  const context = contextOf(question, input);
  const { place, code } = context;
  const condition = sentenceOf(question, questionnaire.questions, words);
  const byText = isAnsweredByText(question);
  const label = words(`questions.kinds.${question.kind}.text`);
  const text = place(byText ? '' : 'T', { path: ['text'], control: { kind: 'text' }, label });
  return {
    id: question.key,
    chapter: sectionBeginningWith(question.key, questionnaire) ?? undefined,
    title: question.title,
    eyebrow: words('sharing.paper.questionCode', { number: numberOf(question, questionnaire.questions), code }),
    blocks: [
      ...(condition ? [{ kind: 'remark' as const, text: condition }] : []),
      ...(question.help ? [{ kind: 'help' as const, text: question.help }] : []),
      ...kindOf(question).blank(question, context),
      ...(text.place ? [{ kind: 'room' as const, label, lines: byText ? 9 : 5, place: text.place }] : []),
    ],
  };
}

/** The long tables of a question, each under a heading of its own that names the question. */
const questionTables = (question: Question, input: FormInput): PaperSection[] => {
  const context = contextOf(question, input);
  const number = numberOf(question, input.questionnaire.questions);
  return (kindOf(question).blankTables?.(context) ?? []).map(({ id, title, blocks }) => ({
    id: `${question.key}-${id}`,
    title,
    eyebrow: input.words('sharing.paper.tablesFor', { number, code: context.code }),
    blocks,
  }));
};

import type { CodedOption } from '@/lib/questions/answer-place';
import { placeMaker, placesIn } from '@/lib/questions/answer-places';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { sentenceOf } from '@/lib/questions/condition';
import type { BlankEntry, CodedSet } from '@/lib/questions/kind';
import { numberOf, questionCodes, sectionBeginningWith } from '@/lib/questions/numbering';
import { isAnsweredByText, kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import type { PaperSection } from '@/lib/questions/paper';
import { aboutForm, consentForm } from './about-form';

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

/** The questions of a call with a place for each answer, then the author and the consent. */
export const formSections = (input: FormInput): PaperSection[] => [
  ...input.questionnaire.questions.map((question) => questionForm(question, input)),
  aboutForm(input),
  consentForm(input),
];

function questionForm(question: Question, input: FormInput): PaperSection {
  const { words, locale, questionnaire, annex, agreements, sets, agreementsAddress } = input;
  const { filled = 0, entries = [] } = input.shape?.[question.key] ?? {};
  const condition = sentenceOf(question, questionnaire.questions, words);
  const code = questionCodes(questionnaire.questions)[question.key] ?? question.key;
  const place = placeMaker(question.key, code);
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
      ...kindOf(question).blank(question, {
        ...{ locale, words, place, annex, agreements, sets, agreementsAddress, filled, entries },
      }),
      ...(text.place ? [{ kind: 'room' as const, label, lines: byText ? 14 : 6, place: text.place }] : []),
    ],
  };
}

import type { Questionnaire } from '@/lib/calls/schema';
import { ABOUT_STEP, CHECK_STEP } from '@/lib/contributions/drafts/steps';
import type { Words } from '@/lib/platform/i18n/words';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { numberOf } from '@/lib/questions/numbering';

/** Places to choose from, under one head. */
export type OfferedGroup = { title: string; places: { tag: string; label: string }[] };

/** A longer list would be too long to read. The form has all places. */
const MAX_NEAR = 60;

/** What a place is called beside others of its question: its code and its label. */
export const placeName = ({ code, label }: Pick<PlacedAt, 'code' | 'label'>): string => `${code} · ${label}`;

/** What a question is called in a list to choose from: its number and its short title. */
export const questionName = (
  question: Questionnaire['questions'][number],
  questions: Questionnaire['questions'],
  words: Words,
): string => words('intake.units.answer', { number: numberOf(question, questions), question: question.shortTitle });

/** The text of each question, then what is asked of the author. */
export function commonPlaces(
  { questions, about }: Pick<Questionnaire, 'questions' | 'about'>,
  places: readonly PlacedAt[],
  words: Words,
): OfferedGroup[] {
  const texts = questions.flatMap((question) => {
    const text = places.find(({ step, path, entry }) => step === question.key && !entry && path.join('.') === 'text');
    return text ? [{ tag: text.tag, label: questionName(question, questions, words) }] : [];
  });
  const author = places.filter(({ step, path }) => step === ABOUT_STEP && path.length === 1);
  return [
    { title: words('intake.units.questions'), places: texts },
    { title: about.title, places: author.map(({ tag, label }) => ({ tag, label })) },
  ];
}

/** Where a text seems to belong, and the places of its question that have no answer. */
export function nearPlaces(
  { place, question }: { place: PlacedAt | null; question: string | null },
  places: readonly PlacedAt[],
  taken: ReadonlySet<string>,
  words: Words,
): OfferedGroup {
  const free = places.filter(
    (one) =>
      one.step === question &&
      one.step !== CHECK_STEP &&
      one.tag !== place?.tag &&
      one.control.kind !== 'tick' &&
      !taken.has(one.tag),
  );
  const offered = [...(place && places.includes(place) ? [place] : []), ...free].slice(0, MAX_NEAR);
  return {
    title: words('intake.units.suggested'),
    places: offered.map((one) => ({ tag: one.tag, label: placeName(one) })),
  };
}

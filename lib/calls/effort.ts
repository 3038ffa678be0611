import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Words } from '@/lib/platform/i18n/words';
import type { Questionnaire } from './schema';

/** The page about the author. */
const ABOUT = [1, 3] as const;

/**
 * The minutes that a contribution takes with short answers and with thorough ones, in steps that do not promise more
 * than an estimate can. Questions that are asked only after certain answers count for the thorough one.
 */
export function minutesFor({ questions }: Pick<Questionnaire, 'questions'>): { short: number; thorough: number } {
  const estimates = questions.map((question) => {
    const [short, thorough] = kindOf(question).minutes(question);
    return { short: question.askedIf ? 0 : short, thorough };
  });
  const sum = (of: 'short' | 'thorough') => estimates.reduce((total, one) => total + one[of], 0);
  return { short: rounded(ABOUT[0] + sum('short')), thorough: rounded(ABOUT[1] + sum('thorough')) };
}

/**
 * The minutes that one step takes, with a short answer and with a thorough one: of a question, or of the page about the
 * author, which is no question.
 */
export const minutesOfStep = (question: Question | undefined): readonly [short: number, thorough: number] =>
  question ? kindOf(question).minutes(question) : ABOUT;

/** Both times as people say them: in hours and minutes. */
export function durationOf(
  questionnaire: Pick<Questionnaire, 'questions'>,
  words: Words,
): { short: string; thorough: string } {
  const { short, thorough } = minutesFor(questionnaire);
  const said = (minutes: number) =>
    words('contribute.start.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }).trim();
  return { short: said(short), thorough: said(thorough) };
}

/** To the next five minutes, above an hour to the next quarter. */
function rounded(minutes: number): number {
  const step = minutes <= 60 ? 5 : 15;
  return Math.ceil(minutes / step) * step;
}

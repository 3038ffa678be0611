import { holdsText } from '@/lib/contributions/drafts/holds-text';
import { isFilledIn } from '@/lib/contributions/drafts/progress';
import { ABOUT_STEP, placeOf } from '@/lib/contributions/drafts/steps';
import { isBlank } from '@/lib/questions/typed-fields';
import type { Question } from '@/lib/questions/registry';
import type { OpenForm } from './form';

/** The questions that are not asked although something is typed in them, or a file was added. */
export const keptUnasked = (open: OpenForm): Question[] =>
  open.draft.questionnaire.questions.filter(({ key }) => !open.asked.has(key) && isFilledIn(open, key));

/** The questions of the draft that hold anything. */
export const filledIn = (open: OpenForm): Set<string> =>
  new Set(open.draft.questionnaire.questions.flatMap(({ key }) => (isFilledIn(open, key) ? [key] : [])));

/**
 * Texts that were typed for questions of an earlier version: they stay in the draft and have no place in the form.
 */
export function leftBehind({ draft: { questionnaire, sections } }: OpenForm): { step: string; text: string }[] {
  const places = new Set([...questionnaire.questions.map(({ key }) => key), ABOUT_STEP]);
  return [...sections].flatMap(([key, { data }]) => {
    const { step, position } = placeOf(key);
    if (places.has(step) || position !== undefined || !holdsText(data)) return [];
    return [{ step, text: textsIn(data).join('\n') }];
  });
}

/** Everything that was typed, whatever the fields were. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return isBlank(data) ? [] : [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

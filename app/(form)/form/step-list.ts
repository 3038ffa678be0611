import { getTranslations } from 'next-intl/server';
import type { Step } from '@/app/ui/stepper';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import { commentsOf } from '@/app/(form)/sharing/comments-of';
import { minutesOfStep } from '@/lib/calls/effort';
import { isFilledIn, stepState } from '@/lib/contributions/drafts/progress';
import type { StepState } from '@/lib/contributions/drafts/progress';
import { CHECK_STEP } from '@/lib/contributions/drafts/steps';
import { numberOf, sectionBeginningWith } from '@/lib/questions/numbering';
import type { Question } from '@/lib/questions/registry';

/** The steps that are asked, and those that hold a text although they are not. */
export function listSteps(open: OpenForm, current: string): Promise<Step[]> {
  const { questions } = open.draft.questionnaire;
  const listed = questions.filter(({ key }) => open.asked.has(key) || key === current || isFilledIn(open, key));
  const last = open.steps.filter((step) => !questions.some(({ key }) => key === step));
  return Promise.all(
    [...listed.map(({ key }) => key), ...last].map(async (step) => ({
      ...(await stateOf(open, step)),
      ...placeIn(open, step, listed),
      label: await stepTitle(open, step),
      current: step === current,
    })),
  );
}

/** The section of a step, with its help if the step is the first of it that is asked. */
export function sectionOf(
  { draft: { questionnaire }, asked }: OpenForm,
  step: string,
): { title?: string; help?: string } {
  const { questions, sections = [] } = questionnaire;
  const question = questions.find(({ key }) => key === step);
  const section = sections.find(({ key }) => key === question?.section);
  const begins = sectionBeginningWith(step, { questions: questions.filter(({ key }) => asked.has(key)), sections });
  return { title: section?.title, help: begins?.help };
}

/** How the states look in lists of steps. */
export const MARKS: Record<StepState, Step['state']> = {
  optional: 'open',
  needed: 'open',
  not_asked: 'open',
  not_ready: 'open',
  in_progress: 'begun',
  ready: 'begun',
  complete: 'done',
  errors: 'errors',
};

async function stateOf(open: OpenForm, step: string): Promise<Pick<Step, 'href' | 'state' | 'stateWord' | 'note'>> {
  const [t, sharing] = [await getTranslations('progress'), await getTranslations('sharing.comments')];
  const comments = (await commentsOf(open.held.id)).filter(
    ({ section, resolvedAt }) => section.split('/')[0] === step && !resolvedAt,
  ).length;
  const state = stepState(step, open);
  const notes = [
    ...((state === 'optional' || state === 'needed') && step !== CHECK_STEP ? [await minutesWords(open, step)] : []),
    ...(comments > 0 ? [sharing('count', { count: comments })] : []),
  ];
  return {
    href: open.closed && step !== CHECK_STEP ? undefined : contributePaths(open.locale, open.call.slug).step(step),
    state: MARKS[state],
    stateWord: t(`states.${state}`),
    note: notes.length > 0 ? notes.join(', ') : undefined,
  };
}

/** The time that a step takes, in words. */
async function minutesWords({ draft }: OpenForm, step: string): Promise<string> {
  const [short, thorough] = minutesOfStep(draft.questionnaire.questions.find(({ key }) => key === step));
  return (await getTranslations('progress'))('minutes', { short, thorough });
}

/** The number of a step, which is the one of its question, and the section that begins with it. */
function placeIn({ draft }: OpenForm, step: string, listed: readonly Question[]): Pick<Step, 'number' | 'heading'> {
  const { questions, sections } = draft.questionnaire;
  const question = questions.find(({ key }) => key === step);
  if (question)
    return {
      number: numberOf(question, questions),
      heading: sectionBeginningWith(step, { questions: listed, sections })?.title,
    };
  // After numbers of their own, such as “B.2”, there is no next one to count.
  if (questions.some(({ number }) => number !== undefined)) return { number: '' };
  return { number: String(questions.length + (step === 'check' ? 2 : 1)) };
}

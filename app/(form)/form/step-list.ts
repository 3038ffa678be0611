import { getTranslations } from 'next-intl/server';
import type { Step } from '@/app/ui/stepper';
import { isFilledIn } from '@/app/(form)/server/asked';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import { commentsOf } from '@/app/(form)/sharing/comments-of';
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

async function stateOf(open: OpenForm, step: string): Promise<Pick<Step, 'href' | 'state' | 'stateWord' | 'note'>> {
  const [t, sharing] = [await getTranslations('contribute.form.states'), await getTranslations('sharing.comments')];
  const comments = (await commentsOf(open.held.id)).filter(
    ({ section, resolvedAt }) => section.split('/')[0] === step && !resolvedAt,
  ).length;
  const note = comments > 0 ? sharing('count', { count: comments }) : undefined;
  const href = open.closed && step !== 'check' ? undefined : contributePaths(open.locale, open.call.slug).step(step);
  if (!open.steps.includes(step)) return { href, state: 'open', stateWord: t('notAsked'), note };
  // A missing answer on a page that was never saved is not shown as a fault; the check page lists it anyway.
  const faulty = open.issues.some(
    (issue) =>
      step === 'check' || (issue.step === step && (issue.position !== undefined || open.draft.sections.has(step))),
  );
  const answered = isFilledIn(open, step);
  const state = faulty && (answered || step !== 'check') ? 'errors' : answered ? 'done' : 'open';
  return { href, state, stateWord: t(state === 'open' ? openWord(step) : state), note };
}

/** Only questions are optional: the author has to say how to be named, and the check ends with sending. */
function openWord(step: string): 'open' | 'aboutOpen' | 'notSent' {
  if (step === 'check') return 'notSent';
  return step === 'about' ? 'aboutOpen' : 'open';
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

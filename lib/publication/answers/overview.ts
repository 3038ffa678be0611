import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { valueOf } from './call-answers';
import type { AnsweringContribution, CallAnswers } from './call-answers';

/** A question of a call with what each contribution answers to it. */
export type QuestionOverview = {
  key: string;
  title: string;
  answers: OverviewAnswer[];
  /** How many of the contributions that were asked say nothing. */
  silent: number;
};
/** `said` is the value in words, `text` the contributor's own words in Markdown. */
type OverviewAnswer = { reference: string; said: string; text: string; files: number };

/**
 * Questions by contributions, for reading: the questions in the order of the call, answers in that of the contributions.
 * Proposals for the dataset are left out: they are decided one by one.
 */
export function overviewOf({ questions, contributions }: CallAnswers, telling: { locale: Locale; words: Words }) {
  return questions.flatMap((question): QuestionOverview[] => {
    if (kindOf(question).entries) return [];
    const { key, title } = question;
    const asked = contributions.filter((one) => one.questions.some((other) => other.key === key));
    const answers = asked.flatMap((one) => answerOf(one, question, telling));
    return [{ key, title, answers, silent: asked.length - answers.length }];
  });
}

function answerOf(
  contribution: AnsweringContribution,
  question: Question,
  telling: { locale: Locale; words: Words },
): OverviewAnswer[] {
  const { reference, body, files, naming } = contribution;
  const [kind, value] = [kindOf(question), valueOf(contribution, question.key)];
  const said = value === undefined ? '' : saidOf();
  const answer = { reference, said, text: body.answers[question.key] ?? '', files: files.get(question.key) ?? 0 };
  return answer.said === '' && answer.text === '' && answer.files === 0 ? [] : [answer];

  function saidOf(): string {
    if (kind.value) return kind.value.say(value, question, { ...telling, naming });
    return kind
      .columns(question, telling.words)
      .map((column) => column.cell(value) ?? '')
      .filter((cell) => cell !== '')
      .join('\n');
  }
}

import { valueIn } from './body';
import { askedKeys } from './condition';
import type { Answers } from './condition';
import { kindOf } from './registry';
import type { Question } from './registry';
import { isBlank } from './typed-fields';

/**
 * The questions that are asked, need an answer and have none. They hold up a contribution when it is sent, never while
 * it is a draft.
 */
export function unansweredOf(questions: readonly Question[], answers: Answers): Question[] {
  const asked = askedKeys(questions, answers);
  return questions.filter(
    (question) => question.required && asked.has(question.key) && !isComplete(question, questions, answers),
  );
}

/** A list may also be answered in words, such as “none”; a value or a file may not. */
function isComplete(question: Question, questions: readonly Question[], answers: Answers): boolean {
  const [kind, value] = [kindOf(question), valueIn(answers, question, questions)];
  if (kind.files) return answers.files?.has(question.key) ?? false;
  if (kind.value) return value !== undefined && value !== null;
  return !isBlank(answers.answers[question.key] ?? '') || (Array.isArray(value) && value.length > 0);
}

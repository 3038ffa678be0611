import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Issue } from '@/lib/platform/errors';
import { valueIn } from '@/lib/questions/body';
import type { Body } from '@/lib/questions/body';
import { askedKeys, isAnswered } from '@/lib/questions/condition';
import { unansweredOf } from '@/lib/questions/required';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

/** The questions of a draft that files were added to: a file is an answer, too. */
export async function questionsWithFiles(contributionId: string, tx: Tx = db): Promise<Set<string>> {
  const rows = await tx.attachment.findMany({
    where: { contributionId, removedAt: null },
    select: { questionKey: true },
  });
  return new Set(rows.map(({ questionKey }) => questionKey));
}

/** A fault `not_asked` for each answer to a question that earlier answers leave out. */
export function unaskedAnswers(questions: readonly Question[], body: Body, files: ReadonlySet<string>): Issue[] {
  const asked = askedKeys(questions, { ...body, files });
  return questions
    .filter((question) => !asked.has(question.key) && isAnswered(question, questions, body))
    .map((question) => ({ path: placeOf(question, questions, body), code: 'not_asked' }));
}

/** A fault `required` or `file_required` for each question that is asked, needs an answer and has none. */
export function missingAnswers(questions: readonly Question[], body: Body, files: ReadonlySet<string>): Issue[] {
  return unansweredOf(questions, { ...body, files }).map((question) => {
    const { list, value, files: answeredByFiles } = kindOf(question);
    if (answeredByFiles) return { path: `files.${question.key}`, code: 'file_required' };
    return { path: list ? list.name : `${value ? 'values' : 'answers'}.${question.key}`, code: 'required' };
  });
}

/** Where the body holds the answer. */
function placeOf(question: Question, questions: readonly Question[], body: Body): string {
  const [{ list }, { key }] = [kindOf(question), question];
  if (body.answers[key] !== undefined) return `answers.${key}`;
  if (!list) return `values.${key}`;
  // what answers a question with a list is a list
  const [first] = valueIn(body, question, questions) as unknown[];
  const items: readonly unknown[] = body[list.name];
  return `${list.name}.${items.indexOf(first)}`;
}

import type { Known, ListName } from './kind';
import type { Project } from '@/lib/questions/kinds/projects';
import type { SentProposal } from '@/lib/questions/proposal-changes';
import type { Signatory } from '@/lib/questions/kinds/signatory';
import { kindOf } from './registry';
import type { KindName, Question } from './registry';

/**
 * All answers of a contribution as they are sent: texts and values by question, and lists whose items name their
 * question.
 */
export type Body = {
  answers: Record<string, string | undefined>;
  values?: Record<string, unknown>;
  signatories: readonly Signatory[];
  projects: readonly Project[];
  proposals: readonly SentProposal[];
};

/** The keys of the questions of one kind, in their order. */
export const questionsOfKind = (questions: readonly Pick<Question, 'key' | 'kind'>[], kind: KindName): string[] =>
  questions.filter((question) => question.kind === kind).map(({ key }) => key);

/** The answer to one question besides its text: its items of the kind's list, or its value. */
export function valueIn(
  body: Body,
  question: Pick<Question, 'key' | 'kind'>,
  questions: readonly Pick<Question, 'key' | 'kind'>[],
): unknown {
  const { list } = kindOf(question);
  if (!list) return body.values?.[question.key];
  return itemsOf(body, list.name, question, questions);
}

function itemsOf(
  body: Body,
  list: ListName,
  { key, kind }: Pick<Question, 'key' | 'kind'>,
  questions: readonly Pick<Question, 'key' | 'kind'>[],
): unknown[] {
  const [first] = questionsOfKind(questions, kind);
  return body[list].filter((item) => (item.question ?? first) === key);
}

/** What a schema must know of a questionnaire to parse the items of one kind. */
export const knownOf = (
  questions: readonly Pick<Question, 'key' | 'kind'>[],
  kind: KindName,
  criteria: ReadonlySet<string>,
): Known => ({ criteria, questions: questionsOfKind(questions, kind) });

/**
 * The short titles of questions whose kind occurs more than once in the questionnaire: there each part is shown with
 * the title of its question.
 */
export function titlesWhereSeveral(
  questions: readonly Pick<Question, 'key' | 'kind' | 'shortTitle'>[],
): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter(({ kind }) => kindOf({ kind }).list && questionsOfKind(questions, kind).length > 1)
      .map(({ key, shortTitle }) => [key, shortTitle]),
  );
}

import { diffWordsWithSpace } from 'diff';
import { valueIn } from '@/lib/questions/body';
import type { Body } from '@/lib/questions/body';
import type { Place, Statement, Wording } from '@/lib/questions/kind';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };
export type Difference = { place: Place; kind: 'added' | 'removed' | 'changed'; parts: DiffPart[] };

type Placed = Omit<Statement, 'place'> & { place: Place };

/**
 * The differences between a revision and the one before it, word by word: first the texts of all answers, then the
 * other parts of the answers, both in the order of the form.
 */
export function diffBodies(
  before: Body,
  after: Body,
  { questions, ...wording }: Wording & { questions: readonly Question[] },
): Difference[] {
  const texts = questions.flatMap((question) => compared([textOf(before, question)], [textOf(after, question)]));
  const parts = questions.flatMap((question) => {
    const [was, is] = [valueIn(before, question, questions), valueIn(after, question, questions)];
    const stated = (value: unknown) =>
      value === undefined ? [] : kindOf(question).statements(value, question, wording, is).map(placedAt(question));
    return compared(stated(was), stated(is));
  });
  return [...texts, ...parts];
}

const textOf = ({ answers }: Body, { key, shortTitle }: Question): Placed => ({
  id: 'text',
  place: { question: key, label: shortTitle },
  text: answers[key] ?? '',
});

const placedAt =
  ({ key }: Question) =>
  ({ place, ...statement }: Statement): Placed => ({ ...statement, place: { ...place, question: key } });

/** The statements of one question in two revisions: those of the later in its order, then those that are gone. */
function compared(before: Placed[], after: Placed[]): Difference[] {
  const [was, is] = [byId(before), byId(after)];
  const inOrder = [...is.keys(), ...[...was.keys()].filter((id) => !is.has(id))];
  return inOrder.flatMap((id) => difference(was.get(id), is.get(id)) ?? []);
}

/** What is empty states nothing. Two projects of one title are still two. */
function byId(statements: Placed[]): Map<string, Placed> {
  const seen = new Map<string, number>();
  const stated = statements.filter(({ text }) => text !== '');
  return new Map(
    stated.map((statement) => {
      const times = (seen.get(statement.id) ?? 0) + 1;
      seen.set(statement.id, times);
      return [`${statement.id} #${times}`, statement];
    }),
  );
}

function difference(was: Placed | undefined, is: Placed | undefined): Difference | undefined {
  const place = (is ?? was)?.place;
  if (!place || was?.text === is?.text) return undefined;
  const parts = diffWords(was?.text ?? '', is?.text ?? '');
  return { place, kind: !was ? 'added' : !is ? 'removed' : 'changed', parts };
}

/** Two texts as one: what stayed, what was added, what was removed. */
export function diffWords(before: string, after: string): DiffPart[] {
  // The comparison of two texts of thousands of different words would take seconds; then the whole is shown as
  // replaced.
  const parts = diffWordsWithSpace(before, after, { timeout: 300 });
  if (!parts)
    return [
      { kind: 'removed' as const, text: before },
      { kind: 'added' as const, text: after },
    ].filter(({ text }) => text !== '');
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** The share of the shorter text that has to stay for a comparison word by word to be read at all. */
const MIN_KEPT = 0.3;
/** Shorter runs are an “and” or a “the” that two texts share by chance. */
const A_FEW_WORDS = 9;

/**
 * Two texts as one; null if they are equal, if one is missing, or if so little is common that they are easier to read
 * side by side.
 */
export function diffWhereAlike(before: string | null, after: string | null): DiffPart[] | null {
  if (before === null || after === null || before === after) return null;
  const parts = diffWords(before, after);
  const kept = parts.reduce(
    (sum, { kind, text }) => (kind === 'same' && text.trim().length >= A_FEW_WORDS ? sum + text.trim().length : sum),
    0,
  );
  return kept >= MIN_KEPT * Math.min(before.length, after.length) ? parts : null;
}

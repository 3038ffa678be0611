import type { KindName, Question } from '@/lib/questions/registry';

/** A question of a kind without settings of its own. */
export function makeQuestion<Kind extends KindName>(
  kind: Kind,
  key: string = kind,
  maxLength = 2_000,
): Extract<Question, { kind: Kind }> {
  const question = { key, kind, title: `Title of ${key}`, shortTitle: key, help: '', maxLength };
  // a kind with settings is refused when the questionnaire is parsed
  return question as Extract<Question, { kind: Kind }>;
}

import type { KindName, Question, QuestionOf } from '@/lib/questions/registry';

type Settings<Kind extends KindName> = Partial<QuestionOf<Kind>>;

/** A question; of a kind that needs settings, with these. */
export function makeQuestion<Kind extends KindName>(
  kind: Kind,
  key: string = kind,
  settings: Settings<Kind> = {},
): Extract<Question, { kind: Kind }> {
  const question = { key, kind, title: `Title of ${key}`, shortTitle: key, help: '', maxLength: 2_000, ...settings };
  // a question without the settings of its kind is refused when the questionnaire is parsed
  return question as unknown as Extract<Question, { kind: Kind }>;
}

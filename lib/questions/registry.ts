import { z } from 'zod';
import type { Words } from '@/lib/platform/i18n/words';
import { questionFields } from './kind';
import type { QuestionKind, QuestionWith } from './kind';
import { choice } from '@/lib/questions/kinds/choice';
import { choices } from '@/lib/questions/kinds/choices';
import { date } from '@/lib/questions/kinds/date';
import { file } from '@/lib/questions/kinds/file';
import { link } from '@/lib/questions/kinds/link';
import { number } from '@/lib/questions/kinds/number';
import { projects } from '@/lib/questions/kinds/projects';
import { proposals } from '@/lib/questions/kinds/proposals';
import { rating } from '@/lib/questions/kinds/rating';
import { records } from '@/lib/questions/kinds/records';
import { signatory } from '@/lib/questions/kinds/signatory';
import { text } from '@/lib/questions/kinds/text';
import { yesNo } from '@/lib/questions/kinds/yes-no';
import { valueQuestion } from './value-question';

/** Every kind of question, by its name in questionnaires. */
export const kinds = {
  signatory,
  projects,
  proposals,
  text,
  choice: valueQuestion(choice),
  choices: valueQuestion(choices),
  'yes-no': valueQuestion(yesNo),
  rating: valueQuestion(rating),
  number: valueQuestion(number),
  date: valueQuestion(date),
  link: valueQuestion(link),
  file,
  records,
};

export type KindName = keyof typeof kinds;
type AnyKind = QuestionKind<{ text: string }, unknown, z.ZodRawShape>;
const registry: Record<KindName, AnyKind> = kinds;
export const KIND_NAMES = Object.keys(kinds) as KindName[]; // the keys of an object written above

/** The object of a question's kind, which takes any question and value as its own. */
export const kindOf = ({ kind }: { kind: KindName }): AnyKind => registry[kind];

/** Whether its free text is the answer itself; for other kinds it only adds words. */
export function isAnsweredByText(question: { kind: KindName }): boolean {
  const { list, value, files } = kindOf(question);
  return list === undefined && value === undefined && files === undefined;
}

/** A question of one kind, or of any. */
export type QuestionOf<Kind extends KindName> = { kind: Kind } & QuestionWith<(typeof kinds)[Kind]['settings']>;
export type Question = { [Kind in KindName]: QuestionOf<Kind> }[KindName];

const [first, ...others] = KIND_NAMES.map((kind) =>
  z.strictObject({ ...questionFields, ...registry[kind].settings, kind: z.literal(kind) }),
);
if (first === undefined) throw new Error('There is no kind of question');
/** A question of a questionnaire, with the settings of its kind. */
// the union is made from a list, which TypeScript does not follow
export const question = z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<Question>;

/** The shapes of values, by the names of their kinds. */
export const VALUE_SHAPES: ReadonlyMap<KindName, z.ZodType> = new Map(
  KIND_NAMES.flatMap((kind) => {
    const { value } = registry[kind];
    return value ? [[kind, value.shape] as const] : [];
  }),
);
/** A value of any kind. */
export const anyValue = z.union([...VALUE_SHAPES.values()]);

/** The kinds whose values are sent in a list. */
export const LISTS = KIND_NAMES.flatMap((kind) => {
  const { list } = registry[kind];
  return list ? [{ kind, list }] : [];
});

/** The content of a form field as it is read: of choices, their labels. */
export function sayTyped(name: string, typed: string, question: Question, words: Words): string {
  const choices = kindOf(question).choicesIn?.(name.split('.'), question, words) ?? [];
  if (choices.length === 0) return typed;
  return typed
    .split(', ')
    .map((key) => choices.find(({ value }) => value === key)?.label ?? key)
    .join(', ');
}

/**
 * The label of a field in the form of a question, or of any kind if the question is not known; null for a name that no
 * kind has.
 */
export function fieldLabel(
  name: string,
  words: Words,
  names: Record<string, string>,
  question?: Question,
): string | null {
  const [group = '', ...rest] = name.split('.');
  const own = question && kindOf(question).labelOf?.([group, ...rest], question, words);
  if (own !== undefined) return own;
  const label = KIND_NAMES.flatMap((kind) => registry[kind].labels[group] ?? [])[0];
  return label ? label(words, names, rest) : null;
}

import { z } from 'zod';
import type { Words } from '@/lib/platform/i18n/words';
import { questionFields } from './kind';
import type { QuestionKind, QuestionWith } from './kind';
import { projects } from '@/lib/questions/kinds/projects';
import { proposals } from '@/lib/questions/kinds/proposals';
import { signatory } from '@/lib/questions/kinds/signatory';
import { text } from '@/lib/questions/kinds/text';

/** Every kind of question, by its name in questionnaires. */
export const kinds = {
  signatory,
  projects,
  proposals,
  text,
};

export type KindName = keyof typeof kinds;
type AnyKind = QuestionKind<{ text: string }, unknown, z.ZodRawShape>;
const registry: Record<KindName, AnyKind> = kinds;
const KIND_NAMES = Object.keys(kinds) as KindName[]; // the keys of an object written above

/** The object of a question's kind, which takes any question and value as its own. */
export const kindOf = ({ kind }: { kind: KindName }): AnyKind => registry[kind];

/** Whether its free text is the answer itself; for other kinds it only adds words. */
export function isAnsweredByText(question: { kind: KindName }): boolean {
  const { list, value } = kindOf(question);
  return list === undefined && value === undefined;
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

/** The kinds whose values are sent in a list. */
export const LISTS = KIND_NAMES.flatMap((kind) => {
  const { list } = registry[kind];
  return list ? [{ kind, list }] : [];
});

/** The label of a field in any kind's form; null for a name that no kind has. */
export function fieldLabel(name: string, words: Words, names: Record<string, string>): string | null {
  const [group = '', ...rest] = name.split('.');
  const label = KIND_NAMES.flatMap((kind) => registry[kind].labels[group] ?? [])[0];
  return label ? label(words, names, rest) : null;
}

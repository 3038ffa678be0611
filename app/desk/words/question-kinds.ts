import questions from '@/lib/platform/i18n/messages/en/questions.json';
import { KIND_NAMES } from '@/lib/questions/registry';
import type { FieldKindName } from '@/lib/questions/record-fields';
import type { KindName } from '@/lib/questions/registry';

/** The kinds of question with their names, the plainest first. */
export const NAMED_KINDS: readonly { kind: KindName; name: string }[] = KIND_NAMES.map((kind) => ({
  kind,
  name: questions.kinds[kind].name,
})).toSorted((one, other) => Number(other.kind === 'text') - Number(one.kind === 'text'));

/** Kinds of fields in records that are no kinds of questions. */
const FIELDS: Record<Exclude<FieldKindName, KindName>, string> = {
  agreements: 'Agreements of the dataset',
  criteria: 'Norms of the dataset',
};
const NAMES: ReadonlyMap<string, string> = new Map([
  ...NAMED_KINDS.map(({ kind, name }) => [kind, name] as const),
  ...Object.entries(FIELDS),
]);

/** The name of a kind of question or of a record's field; one that this version does not have keeps its key. */
export const kindName = (kind: string): string => NAMES.get(kind) ?? kind;

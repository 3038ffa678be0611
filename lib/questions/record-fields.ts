import { z } from 'zod';
import { agreements, criteria } from '@/lib/questions/fields/picked';
import { words } from '@/lib/questions/fields/words';
import { choice } from '@/lib/questions/kinds/choice';
import { choices } from '@/lib/questions/kinds/choices';
import { date } from '@/lib/questions/kinds/date';
import { link } from '@/lib/questions/kinds/link';
import { number } from '@/lib/questions/kinds/number';
import { rating } from '@/lib/questions/kinds/rating';
import { yesNo } from '@/lib/questions/kinds/yes-no';
import { partKey } from './question-key';
import type { SettingsOf, ValueKind } from './value-kind';

/** What a field of a record can ask for. */
export const recordFields = {
  text: words,
  choice,
  choices,
  'yes-no': yesNo,
  rating,
  number,
  date,
  link,
  agreements,
  criteria,
};
export type FieldKindName = keyof typeof recordFields;
export const FIELD_KINDS = Object.keys(recordFields) as FieldKindName[]; // the keys of an object written above

type AnyField = ValueKind<unknown, unknown, z.ZodRawShape>;
const registry: Record<FieldKindName, AnyField> = recordFields;

/** The object of a field's kind, which takes any field and value as its own. */
export const fieldKindOf = ({ kind }: { kind: FieldKindName }): AnyField => registry[kind];

const shape = {
  key: partKey,
  label: z.string().min(1).max(200),
  help: z.string().max(1_000).optional(),
  required: z.boolean().optional(),
};

/** A field of a record, of one kind or of any. */
export type FieldOf<Kind extends FieldKindName> = { kind: Kind } & SettingsOf<typeof shape> &
  SettingsOf<(typeof recordFields)[Kind]['settings']>;
export type RecordField = { [Kind in FieldKindName]: FieldOf<Kind> }[FieldKindName];

const [first, ...others] = FIELD_KINDS.map((kind) =>
  z.strictObject({ ...shape, ...registry[kind].settings, kind: z.literal(kind) }),
);
if (first === undefined) throw new Error('There is no kind of field');
/** A field as a questionnaire describes it, with the settings of its kind. */
// the union is made from a list, which TypeScript does not follow
export const recordField = z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<RecordField>;

import { isRecord } from '@/lib/questions/typed-fields';
import { FIELD_KINDS, fieldKindOf } from '@/lib/questions/record-fields';
import { KIND_NAMES, kindOf } from '@/lib/questions/registry';
import type { SettingField } from '@/lib/questions/settings';

/** The settings of a question of a kind; none for a kind that does not exist. */
export function settingFieldsOf(name: string): readonly SettingField[] {
  const kind = KIND_NAMES.find((one) => one === name);
  return kind === undefined ? [] : kindOf({ kind }).settingFields;
}

export type ListSetting = Extract<SettingField, { type: 'list' | 'fields' }>;
export const isListSetting = (field: SettingField): field is ListSetting =>
  field.type === 'list' || field.type === 'fields';

const CHOICE_FIELDS: readonly SettingField[] = [
  { name: 'label', type: 'text', label: 'Text' },
  { name: 'key', type: 'text', label: 'Key' },
];
const RECORD_FIELDS: readonly SettingField[] = [
  { name: 'label', type: 'text', label: 'Label' },
  { name: 'key', type: 'text', label: 'Key' },
  { name: 'help', type: 'text', label: 'Help' },
  { name: 'required', type: 'flag', label: 'A record can’t be sent without it' },
  {
    name: 'kind',
    type: 'choices',
    label: 'Kind of answer',
    choices: FIELD_KINDS.map((value) => ({ value, label: value })),
  },
];

/** The fields of one row of a list; those of a record's field depend on the kind that the row names. */
export function rowFieldsOf(field: SettingField, row: unknown): readonly SettingField[] {
  if (field.type === 'list') return CHOICE_FIELDS;
  if (field.type !== 'fields') return [];
  const kind = FIELD_KINDS.find((one) => isRecord(row) && one === row.kind);
  return kind === undefined ? RECORD_FIELDS : [...RECORD_FIELDS, ...fieldKindOf({ kind }).settingFields];
}

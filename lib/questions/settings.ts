/**
 * One setting of a kind, as the editor of questionnaires asks for it. `list` is a list of `{ key, label }`, `fields` the
 * fields of a record, each with a kind of `recordFields` and that kind's settings.
 */
export type SettingField = { name: string; label: string; hint?: string } & (
  | { type: 'text' }
  | { type: 'number'; min?: number; max?: number; decimals?: boolean }
  | { type: 'flag' }
  | { type: 'choices'; choices: readonly { value: string; label: string }[] }
  | { type: 'list'; min: number; max: number }
  | { type: 'fields'; min: number; max: number }
);

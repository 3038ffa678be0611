import type { SettingField } from '@/lib/questions/settings';
import { PARTS } from './editing';
import { isListSetting, rowFieldsOf, settingFieldsOf } from './setting-fields';
import type { TypedQuestion, TypedQuestionnaire } from './typed-questionnaire';

type Path = readonly (string | number)[];

export const FIELD_LABELS: Record<string, string> = {
  key: 'Key',
  kind: 'Kind of answer',
  title: 'Question',
  shortTitle: 'Short title',
  help: 'Help',
  number: 'Number',
  example: 'Example',
  section: 'Section',
  required: 'Required',
  maxLength: 'Characters at most',
  maxWords: 'Words at most',
  askedIf: 'Condition',
  wordings: 'Wordings',
  label: 'Name',
};

/** The part of the editor that shows a field. */
export const PARTS_OF_PLACES = {
  of: ([list, at]: Path, { questions }: TypedQuestionnaire): string =>
    list === 'questions' ? (questions[Number(at)]?.id ?? PARTS.about) : list === 'about' ? PARTS.about : PARTS.groups,
};

/** A field's path in words, as the beginning of a sentence: “Question 3 “Projects”, choice 2, Text”. */
export function placeInWords([list, at, ...rest]: Path, typed: TypedQuestionnaire): string {
  const row = Number(at) + 1;
  if (list === 'about') return `About you, ${at === 'title' ? 'title' : 'text'}`;
  if (list === 'sections') return [`Section ${row}`, rest[0] === 'title' ? 'title' : labelOf(rest[0])].join(', ');
  if (list === 'audiences') return [`Audience ${row}`, labelOf(rest[0])].join(', ');
  const question = typed.questions[Number(at)];
  if (list !== 'questions' || at === undefined || !question) return 'Questions';
  return [questionInWords(question, row), ...fieldInWords(rest, question, typed)].join(', ');
}

export const questionInWords = ({ title, shortTitle }: TypedQuestion, row: number): string => {
  const name = shortTitle.trim() || title.trim();
  return name === '' ? `Question ${row}` : `Question ${row} “${name}”`;
};

const labelOf = (name: string | number | undefined) => FIELD_LABELS[String(name)] ?? String(name ?? '');

function fieldInWords([name, at, ...rest]: Path, question: TypedQuestion, { audiences }: TypedQuestionnaire): string[] {
  if (name === undefined) return [];
  if (name === 'settings')
    return settingInWords([at ?? '', ...rest], settingFieldsOf(question.kind), question.settings);
  if (name === 'askedIf' && at !== undefined) return [`condition ${Number(at) + 1}`];
  if (name === 'wordings') {
    const audience = audiences.find(({ id, key }) => id === at || key === at);
    return [`wording for “${audience?.label ?? String(at)}”`, labelOf(rest[0])];
  }
  return [labelOf(name)];
}

function settingInWords([name, at, ...rest]: Path, fields: readonly SettingField[], values: unknown): string[] {
  const field = fields.find((one) => one.name === name);
  if (!field) return [String(name)];
  if (at === undefined || !isListSetting(field)) return [field.label];
  const row: unknown = (values as Record<string, unknown[] | undefined>)[field.name]?.[Number(at)]; // a list, by its field
  return [
    `${field.label} ${Number(at) + 1}`,
    ...(rest.length > 0 ? settingInWords(rest, rowFieldsOf(field, row), row) : []),
  ];
}

import type { z } from 'zod';
import type { Questionnaire } from '@/lib/calls/schema';
import {
  byName,
  chosen,
  group,
  isRecord,
  oneOf,
  rows,
  ticked,
  typedText,
  unparsed,
} from '@/lib/questions/typed-fields';
import type { SettingField } from '@/lib/questions/settings';
import { isListSetting, rowFieldsOf, settingFieldsOf } from './setting-fields';

export const OPERATORS = ['is', 'is_not', 'contains', 'answered'] as const;

const typedRule = group({ question: typedText, operator: oneOf(OPERATORS), value: typedText });
const words = group({ title: typedText, help: typedText });
const typedQuestion = group({
  id: typedText,
  key: typedText,
  kind: typedText,
  title: typedText,
  shortTitle: typedText,
  help: typedText,
  number: typedText,
  example: typedText,
  section: typedText,
  required: ticked,
  maxLength: typedText,
  maxWords: typedText,
  askedIf: rows(typedRule),
  wordings: byName(words),
  settings: byName(unparsed),
});
/** A row of a list that was removed, with what belonged to it, so that it can be brought back. */
const removedRow = group({
  id: typedText,
  /** The question that the list is of; empty for sections and audiences. */
  question: typedText,
  path: typedText,
  at: typedText,
  row: byName(unparsed),
  /** The questions of a section. */
  members: chosen,
  /** What an audience reads, by question. */
  wordings: byName(words),
});
const shape = group({
  sections: rows(group({ id: typedText, key: typedText, title: typedText, help: typedText })),
  audiences: rows(group({ id: typedText, key: typedText, label: typedText })),
  questions: rows(typedQuestion),
  removed: rows(typedQuestion),
  removedRows: rows(removedRow),
  about: words,
});

/**
 * A questionnaire as it is typed in the editor: every text as it stands in its field, complete or not. Questions,
 * sections and audiences have an id that stays while their key is typed; rules, sections and wordings refer to it.
 */
export type TypedQuestionnaire = z.infer<typeof shape>;
export type TypedQuestion = TypedQuestionnaire['questions'][number];
export type RemovedRow = TypedQuestionnaire['removedRows'][number];
export type TypedRule = TypedQuestion['askedIf'][number];
/** A setting as it is typed: a text, a tick, or rows of settings. */
export type TypedSetting = string | boolean | TypedSettings[];
export type TypedSettings = { [name: string]: TypedSetting };

/** Reads a typed questionnaire from anything; what does not fit is left out, what is missing is empty. */
export const readTyped = (input: unknown): TypedQuestionnaire => settled(shape.parse(input));

const EMPTY_QUESTION = typedQuestion.parse({});

/** An empty question of a kind. */
export const newQuestion = (id: string, kind: string, section: string): TypedQuestion => ({
  ...EMPTY_QUESTION,
  id,
  kind,
  section,
});

/**
 * The same questionnaire in order: every id is there once, questions stand with their section, every audience has its
 * wording, and every setting of a question's kind has a field.
 */
export function settled(typed: TypedQuestionnaire): TypedQuestionnaire {
  const sections = withIds(typed.sections, 's');
  const audiences = withIds(typed.audiences, 'a');
  const all = withIds([...typed.questions, ...typed.removed], 'q').map((question) => ({
    ...question,
    section: sections.some(({ id }) => id === question.section) ? question.section : '',
    wordings: Object.fromEntries(audiences.map(({ id }) => [id, question.wordings[id] ?? { title: '', help: '' }])),
    settings: { ...question.settings, ...typedSettings(settingFieldsOf(question.kind), question.settings) },
  }));
  const place = (question: TypedQuestion) => sections.findIndex(({ id }) => id === question.section);
  return {
    ...typed,
    sections,
    audiences,
    questions: all.slice(0, typed.questions.length).toSorted((one, other) => place(one) - place(other)),
    removed: all.slice(typed.questions.length),
  };
}

/** The first id of the form `q1` that is free. */
export function freeId(taken: ReadonlySet<string>, prefix: string): string {
  for (let number = taken.size + 1; ; number += 1) {
    if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`;
  }
}

function withIds<Row extends { id: string }>(list: readonly Row[], prefix: string): Row[] {
  const taken = new Set(list.map(({ id }) => id));
  const seen = new Set<string>();
  return list.map((row) => {
    const id = row.id === '' || seen.has(row.id) ? freeId(taken, prefix) : row.id;
    taken.add(id);
    seen.add(id);
    return { ...row, id };
  });
}

/** The typed settings of a kind: what of `input` fits its fields, and empty fields for the rest. */
function typedSettings(fields: readonly SettingField[], input: unknown): TypedSettings {
  const given = isRecord(input) ? input : {};
  return Object.fromEntries(fields.map((field) => [field.name, typedSetting(field, given[field.name])]));
}

function typedSetting(field: SettingField, input: unknown): TypedSetting {
  // A list that was never there begins with as many empty rows as it needs.
  if (isListSetting(field))
    return (Array.isArray(input) ? input : emptyRows(field.min)).map((row) => typedRow(field, row));
  if (field.type === 'flag') return ticked.parse(input);
  return typeof input === 'number' ? String(input) : typedText.parse(input);
}

const emptyRows = (count: number) => Array.from({ length: count }, (): unknown => ({}));

/** One given or empty row of a setting that is a list; a field of a record without a kind asks for text. */
function typedRow(field: SettingField, input: unknown): TypedSettings {
  const row = field.type === 'fields' && isRecord(input) ? { ...input, kind: input.kind || 'text' } : input;
  return typedSettings(rowFieldsOf(field, row), row);
}

/** A stored questionnaire in the fields of the editor; ids are the keys. */
export const typedFrom = (content: Questionnaire): TypedQuestionnaire => settled(typedAsIs(content));

/** The same of any content, valid or not, with everything at its place. */
export function typedAsIs(content: unknown): TypedQuestionnaire {
  const { questions, sections, audiences, about } = isRecord(content) ? content : {};
  const named = (list: unknown, more: (row: Record<string, unknown>) => object) =>
    Array.isArray(list) ? list.map((row: unknown) => (isRecord(row) ? { ...row, id: row.key, ...more(row) } : {})) : [];
  const written = (value: unknown) => (typeof value === 'number' ? String(value) : value);
  return shape.parse({
    sections: named(sections, () => ({})),
    audiences: named(audiences, () => ({})),
    questions: named(questions, (row) => ({
      maxLength: written(row.maxLength),
      maxWords: written(row.maxWords),
      settings: row,
    })),
    about,
  });
}

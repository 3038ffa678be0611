import { cleanText } from '@/lib/platform/text/clean-text';
import { slugText } from '@/lib/platform/text/slug-text';
import type { SettingField } from '@/lib/questions/settings';
import { isListSetting, rowFieldsOf, settingFieldsOf } from './setting-fields';
import type { TypedQuestion, TypedQuestionnaire, TypedRule, TypedSetting, TypedSettings } from './typed-questionnaire';

/** The keys of everything that is named, by id: as typed, or made of the title. */
export type Keys = { questions: Map<string, string>; sections: Map<string, string>; audiences: Map<string, string> };

export function keysOf({ questions, sections, audiences }: TypedQuestionnaire, published: ReadonlySet<string>): Keys {
  return {
    questions: distinctKeys(
      // The key of a published question is fixed: its id is its key.
      questions.map(({ id, key, title, shortTitle }) => ({
        id,
        typed: published.has(id) ? id : key,
        suggestion: text(shortTitle) || text(title),
      })),
      'question',
    ),
    sections: distinctKeys(
      sections.map(({ id, key, title }) => ({ id, typed: key, suggestion: title })),
      'section',
    ),
    audiences: distinctKeys(
      audiences.map(({ id, key, label }) => ({ id, typed: key, suggestion: label })),
      'audience',
    ),
  };
}

type Named = { id: string; typed: string; suggestion: string };

/** A typed key stays as it is, also if it is wrong or used twice; a suggested one is free. */
function distinctKeys(list: readonly Named[], otherwise: string): Map<string, string> {
  const taken = new Set(list.map(({ typed }) => text(typed)));
  return new Map(
    list.map(({ id, typed, suggestion }) => {
      if (text(typed) !== '') return [id, text(typed)];
      const key = freeKey(suggestedKey(suggestion, otherwise), taken);
      taken.add(key);
      return [id, key];
    }),
  );
}

/** A key begins with a letter. */
function suggestedKey(title: string, otherwise: string): string {
  const slug = slugText(title);
  return /^[a-z]/.test(slug) ? slug : `${otherwise}${slug === '' ? '' : `-${slug}`}`.slice(0, 60);
}

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const key = `${wanted.slice(0, 56)}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/**
 * What is typed as the content of a questionnaire, valid or not: the schema of questionnaires decides. Questions,
 * sections, audiences and rows stay at their places.
 */
export function contentOf(typed: TypedQuestionnaire, published: ReadonlySet<string> = new Set()) {
  const keys = keysOf(typed, published);
  const { sections, audiences, questions, about } = typed;
  return {
    ...(sections.length > 0 && {
      sections: sections.map(({ id, title, help }) => ({
        key: keys.sections.get(id),
        title: text(title),
        help: text(help),
      })),
    }),
    ...(audiences.length > 0 && {
      audiences: audiences.map(({ id, label }) => ({ key: keys.audiences.get(id), label: text(label) })),
    }),
    questions: questions.map((question) => questionContent(question, keys)),
    about: { title: text(about.title), help: text(about.help) },
  };
}

function questionContent(question: TypedQuestion, keys: Keys) {
  const { kind, section, required, askedIf, settings } = question;
  const title = text(question.title);
  return present({
    ...settingsContent(settingFieldsOf(kind), settings),
    key: keys.questions.get(question.id),
    kind,
    title,
    shortTitle: text(question.shortTitle) || (title.length <= MAX_SHORT_TITLE ? title : ''),
    help: text(question.help),
    number: text(question.number) || undefined,
    example: text(question.example) || undefined,
    section: section === '' ? undefined : keys.sections.get(section),
    required: required || undefined,
    maxLength: typedNumber(question.maxLength),
    maxWords: typedNumber(question.maxWords),
    askedIf: askedIf.length > 0 ? askedIf.map((rule) => ruleContent(rule, keys)) : undefined,
    wordings: wordingsContent(question, keys),
  });
}

const MAX_SHORT_TITLE = 60;

function ruleContent({ question, operator, value }: TypedRule, keys: Keys) {
  const target = keys.questions.get(question) ?? question;
  return operator === 'answered' ? { question: target, operator } : { question: target, operator, value: text(value) };
}

function wordingsContent({ wordings }: TypedQuestion, keys: Keys) {
  const worded = [...keys.audiences].flatMap(([id, key]) => {
    const { title, help } = wordings[id] ?? { title: '', help: '' };
    return text(title) + text(help) === '' ? [] : [[key, { title: text(title), help: text(help) }] as const];
  });
  return worded.length > 0 ? Object.fromEntries(worded) : undefined;
}

function settingsContent(fields: readonly SettingField[], settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field.name, settingContent(field, settings[field.name] as TypedSetting | undefined)]), // shaped by `settled`
  );
}

function settingContent(field: SettingField, typed: TypedSetting | undefined): unknown {
  if (isListSetting(field)) return rowsContent(field, Array.isArray(typed) ? typed : []);
  if (field.type === 'flag') return typed === true || undefined;
  const value = typeof typed === 'string' ? text(typed) : '';
  return field.type === 'number' ? typedNumber(value) : value || undefined;
}

function rowsContent(field: SettingField, list: readonly TypedSettings[]): unknown[] | undefined {
  if (list.length === 0) return undefined;
  const label = (row: TypedSettings) => (typeof row.label === 'string' ? row.label : '');
  const keys = distinctKeys(
    list.map((row, at) => ({
      id: String(at),
      typed: typeof row.key === 'string' ? row.key : '',
      suggestion: label(row),
    })),
    'choice',
  );
  return list.map((row, at) =>
    present({ ...settingsContent(rowFieldsOf(field, row), row), label: text(label(row)), key: keys.get(String(at)) }),
  );
}

/** A number as it is typed; another text stays as it is, so that the schema refuses it. */
function typedNumber(typed: string): number | string | undefined {
  const value = text(typed);
  if (value === '') return undefined;
  return /^-?\d+([.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : value;
}

const text = (typed: string): string => cleanText(typed).text.trim();

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

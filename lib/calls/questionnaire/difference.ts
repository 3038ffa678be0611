import { isSameJson } from '@/lib/platform/json';
import type { SettingField } from '@/lib/questions/settings';
import { contentOf } from './content';
import { FIELD_LABELS } from './places';
import { isListSetting, rowFieldsOf, settingFieldsOf } from './setting-fields';
import type { TypedQuestion, TypedQuestionnaire } from './typed-questionnaire';

/** One text that changed, before and after, under the name of its field. */
type TextChange = { label: string; before: string; after: string };
export type QuestionChange = 'added' | 'removed' | 'moved' | 'reworded' | 'rules' | 'settings';

/** What changed in one question, or in the parts beside the questions. */
export type PartDifference = {
  /** The id of the question; of a published one it is the key. Empty for the parts beside the questions. */
  id: string;
  title: string;
  changes: QuestionChange[];
  texts: TextChange[];
  /** A published question asks in other words than before. */
  reworded: boolean;
};

/** The differences of a draft with the last published version, in the order of the draft; all of it without one. */
export function differenceOf(before: TypedQuestionnaire | null, after: TypedQuestionnaire): PartDifference[] {
  const questions = before?.questions ?? [];
  const moved = movedIds(
    questions.map(({ id }) => id),
    after.questions.map(({ id }) => id),
  );
  const present = after.questions.map((question) => {
    const earlier = questions.find(({ id }) => id === question.id);
    return earlier
      ? questionDifference({ typed: before ?? after, question: earlier }, { typed: after, question }, moved)
      : wholeDifference(question, 'added');
  });
  const gone = questions
    .filter(({ id }) => !after.questions.some((question) => question.id === id))
    .map((question) => wholeDifference(question, 'removed'));
  return [...(before ? groupDifference(before, after) : []), ...present, ...gone].filter(
    ({ changes }) => changes.length > 0,
  );
}

const titleOf = ({ shortTitle, title, id }: TypedQuestion) => shortTitle.trim() || title.trim() || id;

const wholeDifference = (question: TypedQuestion, change: 'added' | 'removed'): PartDifference => ({
  id: question.id,
  title: titleOf(question),
  changes: [change],
  texts: [],
  reworded: false,
});

type Placed = { typed: TypedQuestionnaire; question: TypedQuestion };

function questionDifference(before: Placed, after: Placed, moved: ReadonlySet<string>): PartDifference {
  const { question } = after;
  const [words, rules, others] = [
    changed(wordsOf, before, after),
    changed(rulesOf, before, after),
    changed(othersOf, before, after),
  ];
  const isMoved = moved.has(question.id) || sectionOf(before) !== sectionOf(after);
  return {
    id: question.id,
    title: titleOf(question),
    changes: [
      ...(isMoved ? (['moved'] as const) : []),
      ...(words.length > 0 ? (['reworded'] as const) : []),
      ...(rules.length > 0 ? (['rules'] as const) : []),
      ...(others.length > 0 ? (['settings'] as const) : []),
    ],
    texts: [...words, ...rules, ...others],
    reworded: words.length > 0,
  };
}

type Stated = { label: string; text: string };

/** The statements that differ; those that only one side has, with an empty text on the other. */
function changed(state: (placed: Placed) => Stated[], before: Placed, after: Placed): TextChange[] {
  const [was, is] = [byLabel(state(before)), byLabel(state(after))];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((label) => {
    const [earlier, now] = [was.get(label) ?? '', is.get(label) ?? ''];
    return earlier === now ? [] : [{ label, before: earlier, after: now }];
  });
}

const byLabel = (list: readonly Stated[]) =>
  new Map(list.filter(({ text }) => text.trim() !== '').map(({ label, text }) => [label, text.trim()]));

const stated = (question: TypedQuestion, names: readonly (keyof TypedQuestion)[]): Stated[] =>
  names.map((name) => ({ label: FIELD_LABELS[name] ?? name, text: sayFlag(question[name]) }));

const sayFlag = (value: unknown) => (value === true ? 'yes' : typeof value === 'string' ? value : '');

/** What a contributor reads: a change here may change what an answer means. */
const wordsOf = ({ typed, question }: Placed): Stated[] => [
  ...stated(question, ['title', 'help']),
  ...typed.audiences.flatMap(({ id, label }) => {
    const wording = question.wordings[id];
    return [
      { label: `Question for “${label}”`, text: wording?.title ?? '' },
      { label: `Help for “${label}”`, text: wording?.help ?? '' },
    ];
  }),
  ...settingTexts(settingFieldsOf(question.kind), question.settings),
];

const othersOf = ({ question }: Placed): Stated[] =>
  stated(question, ['shortTitle', 'number', 'example', 'required', 'maxLength', 'maxWords', 'kind']);

const rulesOf = ({ typed, question }: Placed): Stated[] =>
  question.askedIf.map(({ question: id, operator, value }, at) => {
    const target = typed.questions.find((one) => one.id === id);
    const verb = operator === '' ? '' : OPERATOR_WORDS[operator];
    return {
      label: `Condition ${at + 1}`,
      text: `“${target ? titleOf(target) : id}” ${verb} ${operator === 'answered' ? '' : value}`,
    };
  });

export const OPERATOR_WORDS = { is: 'is', is_not: 'is not', contains: 'contains', answered: 'is answered' } as const;

const sectionOf = ({ typed, question }: Placed) => typed.sections.find(({ id }) => id === question.section)?.id ?? '';

/** The settings of a question's kind in words, without the empty ones. */
export const settingsInWords = ({ kind, settings }: TypedQuestion): Stated[] =>
  settingTexts(settingFieldsOf(kind), settings).filter(({ text }) => text !== '');

/** Settings in words, row by row. */
function settingTexts(fields: readonly SettingField[], settings: Record<string, unknown>, prefix = ''): Stated[] {
  return fields.flatMap((field): Stated[] => {
    const [value, label] = [settings[field.name], `${prefix}${field.label}`];
    if (isListSetting(field) && Array.isArray(value))
      return value.flatMap((row: Record<string, unknown>, at) =>
        // rows of a setting, by its field
        settingTexts(rowFieldsOf(field, row), row, `${label} ${at + 1}: `),
      );
    return [{ label, text: sayFlag(value) }];
  });
}

/** The parts beside the questions: sections, audiences, and the texts of “about you”. */
function groupDifference(before: TypedQuestionnaire, after: TypedQuestionnaire): PartDifference[] {
  const [was, is] = [contentOf(before), contentOf(after)];
  const part = (title: string, one: unknown, other: unknown, texts: TextChange[]): PartDifference => ({
    id: '',
    title,
    changes: isSameJson(one, other) ? [] : ['reworded'],
    texts,
    reworded: false,
  });
  const list = (rows: readonly { title?: string; label?: string }[] = []) =>
    rows.map(({ title, label }) => title ?? label ?? '').join(', ');
  return [
    part('Sections', was.sections, is.sections, [
      { label: 'Sections', before: list(was.sections), after: list(is.sections) },
    ]),
    part('Audiences', was.audiences, is.audiences, [
      { label: 'Audiences', before: list(was.audiences), after: list(is.audiences) },
    ]),
    part('About you', was.about, is.about, [
      { label: 'Title', before: was.about.title, after: is.about.title },
      { label: 'Text', before: was.about.help, after: is.about.help },
    ]),
  ];
}

/** The fewest ids that have to move to get from one order to the other. */
function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const common = after.filter((id) => before.includes(id));
  const stayed = longestRise(common.map((id) => before.indexOf(id)));
  return new Set(common.filter((_, at) => !stayed.has(at)));
}

/** The places of a longest part of a list whose numbers rise. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  numbers.forEach((number, at) => {
    const before = numbers.slice(0, at).map((other, place) => (other < number ? (best[place] ?? []) : []));
    best.push([...before.reduce((longest, one) => (one.length > longest.length ? one : longest), []), at]);
  });
  return new Set(best.reduce((longest, one) => (one.length > longest.length ? one : longest), []));
}

import type { z } from 'zod';
import { questionnaire } from '@/lib/calls/schema';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { ruleFaults } from '@/lib/questions/condition';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { contentOf } from './content';
import { shownDraft } from './parsed';
import { placeInWords, PARTS_OF_PLACES } from './places';
import type { TypedQuestionnaire } from './typed-questionnaire';

/** What keeps a draft from being published: where it is, and a sentence. */
export type Fault = {
  /** The field: its path in the typed questionnaire. */
  path: string;
  /** The part of the editor that shows the field: the id of a question, or `groups` or `about`. */
  part: string;
  /** With its place, for a list. */
  sentence: string;
  /** Without its place, beside the field. */
  detail: string;
  about: 'texts' | 'settings' | 'keys' | 'conditions';
};

/** What was published before under a key: its kind never changes. */
export type PublishedKinds = ReadonlyMap<string, string>;

/** Every fault of a draft, in the order of its parts. */
export function faultsOf(typed: TypedQuestionnaire, published: PublishedKinds): Fault[] {
  const content = contentOf(typed, new Set(published.keys()));
  const parsed = questionnaire.safeParse(content);
  const issues = parsed.success ? [] : parsed.error.issues.filter(({ message }) => !message.startsWith('duplicate_'));
  const fault = (path: (string | number)[], sentence: string, about: Fault['about']): Fault => ({
    path: path.join('.'),
    part: PARTS_OF_PLACES.of(path, typed),
    sentence: `${placeInWords(path, typed)}: ${sentence}`,
    detail: sentence.charAt(0).toUpperCase() + sentence.slice(1),
    about,
  });
  return [
    ...issues.map((issue) => {
      const path = typedPath(issue.path, typed);
      return fault(path, issueInWords(issue), SUBJECTS[String(path[2])] ?? 'texts');
    }),
    ...duplicates(content).map((path) => fault(typedPath(path, typed), SAME_KEY, 'keys')),
    ...changedKinds(content, published).map(({ path, sentence }) => fault(path, sentence, 'keys')),
    ...settingFaults(typed, published).map(({ path, sentence }) => fault(path, sentence, 'settings')),
    ...conditionFaults(typed, published).map(({ path, sentence }) => fault(path, sentence, 'conditions')),
  ];
}

/** What a fault in a part of a question is about. */
const SUBJECTS: Record<string, Fault['about']> = { settings: 'settings', askedIf: 'conditions', key: 'keys' };
const SAME_KEY = 'this key is used twice. Give each its own.';

/** The path of an issue of the schema, in the typed questionnaire: the settings of a question are together there. */
export function typedPath(path: readonly PropertyKey[], typed: TypedQuestionnaire): (string | number)[] {
  const [list, at, name, ...rest] = path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
  if (list === undefined || at === undefined || name === undefined)
    return [list, at].filter((part) => part !== undefined);
  const question = list === 'questions' ? typed.questions[Number(at)] : undefined;
  if (question && name === 'wordings')
    return [list, at, name, ...rest.map((part, place) => (place === 0 ? audienceId(part, typed) : part))];
  const isSetting = question !== undefined && typeof name === 'string' && !Object.hasOwn(question, name);
  return [list, at, ...(isSetting ? ['settings'] : []), name, ...rest];
}

/** The draft has the id of an audience where the content has its key. */
const audienceId = (key: string | number, { audiences }: TypedQuestionnaire) =>
  audiences.find((audience) => audience.key === key)?.id ?? key;

/** An issue of a schema as the end of a sentence that begins with its place. */
export function issueInWords(issue: z.core.$ZodIssue): string {
  if (Object.hasOwn(errors.codes, issue.message)) return codeInWords(issue.message);
  if (issue.code === 'too_small') return sizeInWords(issue.origin, Number(issue.minimum), 'at least');
  if (issue.code === 'too_big') return sizeInWords(issue.origin, Number(issue.maximum), 'at most');
  if (issue.code === 'unrecognized_keys') return `“${issue.keys.join('”, “')}” is not known here.`;
  if (issue.code === 'invalid_format' && issue.path.at(-1) === 'key')
    return 'a key has small letters, digits and hyphens, and begins with a letter.';
  if (issue.code === 'invalid_type' && issue.expected !== 'array' && issue.expected !== 'object')
    return issue.expected === 'number' || issue.expected === 'int' ? 'a whole number is needed.' : 'it is missing.';
  if (issue.code === 'invalid_type') return 'it is missing.';
  if (issue.code === 'invalid_value') return 'choose one of those that are offered.';
  if (issue.code === 'invalid_union') return 'choose one of those that are offered.';
  return 'it is not valid.';
}

const CODES: Record<string, string> = errors.codes;
const codeInWords = (code: string): string => lowered(CODES[code] ?? errors.codes.invalid);

function sizeInWords(origin: string, size: number, bound: 'at least' | 'at most'): string {
  if (origin === 'string' && bound === 'at least' && size === 1) return 'it is missing.';
  if (origin === 'string') return `it has ${bound} ${size} characters.`;
  if (origin === 'array')
    return `there is room for ${bound} ${size}.`.replace('room for at least', 'a need for at least');
  return `it is ${bound} ${size}.`;
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

type Keyed = { key?: unknown };
type Content = ReturnType<typeof contentOf>;

/** The places of keys that an earlier one of their list equals. */
function duplicates(content: Content): (string | number)[][] {
  const inList = (name: string, list: readonly Keyed[] = []) =>
    list.flatMap(({ key }, at) => (list.findIndex((one) => one.key === key) < at ? [[name, at, 'key']] : []));
  const inSettings = content.questions.flatMap((question, at) =>
    Object.entries(question).flatMap(([name, value]) =>
      Array.isArray(value) && name !== 'askedIf'
        ? inList(name, value as Keyed[]).map((path) => ['questions', at, ...path]) // rows of a setting have keys
        : [],
    ),
  );
  return [
    ...inList('sections', content.sections),
    ...inList('audiences', content.audiences),
    ...inList('questions', content.questions),
    ...inSettings,
  ];
}

function changedKinds({ questions }: Content, published: PublishedKinds) {
  return questions.flatMap(({ key, kind }, at) => {
    const earlier = published.get(String(key));
    if (earlier === undefined || earlier === kind) return [];
    const sentence = `it was published as a question of the kind “${earlier}”. A published question keeps its kind: another kind is another question, with another key.`;
    return [{ path: ['questions', at, 'kind'], sentence }];
  });
}

/** Faults between the settings of a question, as its kind knows them. */
function settingFaults(typed: TypedQuestionnaire, published: PublishedKinds) {
  const { byId } = shownDraft(typed, new Set(published.keys()));
  return typed.questions.flatMap(({ id }, at) => {
    const question = byId.get(id);
    return ((question && kindOf(question).settingFaults?.(question)) ?? []).map(({ message, path }) => ({
      path: ['questions', at, 'settings', ...path],
      sentence: codeInWords(message),
    }));
  });
}

/** Rules are checked on the questions that are complete enough; the others have faults of their own. */
function conditionFaults(typed: TypedQuestionnaire, published: PublishedKinds) {
  const { questionnaire: shown, byId } = shownDraft(typed, new Set(published.keys()));
  const ids = new Map([...byId].map(([id, { key }]) => [key, id]));
  const known = new Set(contentOf(typed, new Set(published.keys())).questions.map(({ key }) => key));
  const unmet = shown.questions.flatMap((question) => (canBeMet(question) ? [] : [question.key]));
  const placeOf = (key: string) => typed.questions.findIndex(({ id }) => id === ids.get(key));
  const contradictions = unmet.map((key) => ({
    path: ['questions', placeOf(key), 'askedIf'],
    sentence: 'these rules contradict each other, so it would never be asked. Change or remove one.',
  }));
  const faulty = ruleFaults(shown).flatMap(({ question, at, code }) => {
    const asked = shown.questions.find(({ key }) => key === question);
    const target = asked?.askedIf?.[at]?.question;
    // The question exists, but is not complete.
    if (code === 'rule_on_nothing' && target !== undefined && known.has(target)) return [];
    return [{ path: ['questions', placeOf(question), 'askedIf', at], sentence: codeInWords(code) }];
  });
  return [...faulty, ...contradictions];
}

/** Whether no rule of a question excludes another one. */
const canBeMet = ({ askedIf = [] }: Question): boolean =>
  !askedIf.some(
    (rule) =>
      rule.operator === 'is' &&
      askedIf.some(
        (other) => other.operator === 'is_not' && other.question === rule.question && other.value === rule.value,
      ),
  );

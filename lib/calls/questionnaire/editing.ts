import { isRecord } from '@/lib/questions/typed-fields';
import { freeId, newQuestion, readTyped, settled } from './typed-questionnaire';
import type { RemovedRow, TypedQuestion, TypedQuestionnaire } from './typed-questionnaire';

/**
 * One step in the editor, as the value of its button: a verb, and what it is about. The browser's script and the server
 * carry it out by the same function.
 */
export const COMMANDS = {
  /** Shows another part of the questionnaire; changes nothing. */
  open: (part: string) => `open:${part}`,
  /** Its kind and section are in the fields `addKind` and `addSection`. */
  add: () => 'add',
  duplicate: (id: string) => `duplicate:${id}`,
  remove: (id: string) => `remove:${id}`,
  restore: (id: string) => `restore:${id}`,
  up: (id: string) => `up:${id}`,
  down: (id: string) => `down:${id}`,
  /** Puts a question before another one, into its section. */
  before: (id: string, other: string) => `before:${id}:${other}`,
  addRow: (path: string) => `add-row:${path}`,
  removeRow: (path: string, at: number) => `remove-row:${path}:${at}`,
  /** Puts a removed row back into its list. */
  restoreRow: (id: string) => `restore-row:${id}`,
  upRow: (path: string, at: number) => `up-row:${path}:${at}`,
  downRow: (path: string, at: number) => `down-row:${path}:${at}`,
} as const;

/** The parts of a questionnaire that are edited beside its questions, which are named by their ids. */
export const PARTS = { groups: 'groups', about: 'about' } as const;

/** What a new question begins with. */
export type Addition = { kind: string; section: string };

export type Edited = {
  typed: TypedQuestionnaire;
  /** The part to show next, if the step leads to one. */
  open?: string;
};

/** Carries out one step. One that does not fit the questionnaire changes nothing. */
export function edit(typed: TypedQuestionnaire, command: string, addition: Addition): Edited {
  const [verb = '', subject = '', other = ''] = command.split(':');
  if (verb === 'open') return { typed, open: subject };
  if (verb === 'add') return added(typed, addition);
  if (verb === 'restore-row') return { typed: withRowBack(typed, subject) };
  const rows = editRows(typed, verb, subject, Number(other));
  if (rows) return { typed: readTyped(rows) };
  const question = [...typed.questions, ...typed.removed].find(({ id }) => id === subject);
  return question ? editQuestion(typed, verb, question, other) : { typed };
}

function added(typed: TypedQuestionnaire, { kind, section }: Addition): Edited {
  const id = newId(typed);
  return {
    typed: settled({ ...typed, questions: [...typed.questions, newQuestion(id, kind, section)] }),
    open: id,
  };
}

const newId = ({ questions, removed }: TypedQuestionnaire) =>
  freeId(new Set([...questions, ...removed].map(({ id }) => id)), 'q');

function editQuestion(typed: TypedQuestionnaire, verb: string, question: TypedQuestion, other: string): Edited {
  const { questions, removed } = typed;
  const at = questions.indexOf(question);
  const without = questions.filter((one) => one !== question);
  if (verb === 'remove' && at >= 0) {
    const next = without[Math.min(at, without.length - 1)];
    return { typed: { ...typed, questions: without, removed: [question, ...removed] }, open: next?.id ?? PARTS.about };
  }
  if (verb === 'restore' && at < 0) {
    const gone = removed.filter((one) => one !== question);
    return { typed: settled({ ...typed, questions: [...questions, question], removed: gone }), open: question.id };
  }
  if (verb === 'duplicate') {
    // A copy is another question, so it gets a key of its own.
    const copy = { ...question, id: newId(typed), key: '' };
    return { typed: settled({ ...typed, questions: questions.toSpliced(at + 1, 0, copy) }), open: copy.id };
  }
  if (verb === 'up' || verb === 'down') return { typed: moved(typed, at, verb === 'up' ? -1 : 1) };
  const target = verb === 'before' ? without.findIndex(({ id }) => id === other) : -1;
  if (target < 0) return { typed };
  const placed = { ...question, section: without[target]?.section ?? '' };
  return { typed: settled({ ...typed, questions: without.toSpliced(target, 0, placed) }) };
}

/** One place up or down; at the edge of its section into the next section, which may be empty. */
function moved(typed: TypedQuestionnaire, at: number, by: 1 | -1): TypedQuestionnaire {
  const { questions, sections } = typed;
  const [question, neighbour] = [questions[at], questions[at + by]];
  if (!question) return typed;
  if (neighbour?.section === question.section)
    return { ...typed, questions: questions.toSpliced(at, 1, neighbour).toSpliced(at + by, 1, question) };
  const order = ['', ...sections.map(({ id }) => id)];
  const section = order[order.indexOf(question.section) + by];
  if (section === undefined) return typed;
  return settled({ ...typed, questions: questions.toSpliced(at, 1, { ...question, section }) });
}

function editRows(typed: TypedQuestionnaire, verb: string, path: string, at: number): TypedQuestionnaire | null {
  const list = valueAt(typed, path);
  if (!Array.isArray(list)) return null;
  const rows: readonly unknown[] = list;
  if (verb === 'add-row') return setAt(typed, path, [...rows, path.endsWith('.askedIf') ? { operator: 'is' } : {}]);
  if (!Number.isInteger(at) || at < 0 || at >= rows.length) return null;
  if (verb === 'remove-row') return withoutRow(typed, path, at);
  const to = verb === 'up-row' ? at - 1 : at + 1;
  if (!verb.endsWith('-row') || to < 0 || to >= rows.length) return null;
  return setAt(typed, path, rows.toSpliced(at, 1).toSpliced(to, 0, rows[at]));
}

/** Where a list is, by the id of its question, which stays when questions change places. */
export function listPlace({ questions }: TypedQuestionnaire, path: string): Pick<RemovedRow, 'question' | 'path'> {
  const [, at, inside] = /^questions\.(\d+)\.(.+)$/.exec(path) ?? [];
  return { question: questions[Number(at)]?.id ?? '', path: inside ?? path };
}

/** More rows than these are not kept: the first removed are gone for good. */
const MAX_REMOVED = 30;

function withoutRow(typed: TypedQuestionnaire, path: string, at: number): TypedQuestionnaire {
  const row = valueAt(typed, `${path}.${at}`);
  const without = setAt(typed, path, (valueAt(typed, path) as unknown[]).toSpliced(at, 1)); // a list, as its caller checked
  if (!isRecord(row)) return without;
  const { questions, removedRows } = typed;
  const place = listPlace(typed, path);
  const id = typeof row.id === 'string' ? row.id : '';
  const removed: RemovedRow = {
    ...place,
    id: freeId(new Set(removedRows.map((one) => one.id)), 'r'),
    at: String(at),
    row,
    members: path === 'sections' ? membersOf(typed, at).map((question) => question.id) : [],
    wordings:
      path === 'audiences' ? Object.fromEntries(questions.map((one) => [one.id, one.wordings[id] ?? NO_WORDS])) : {},
  };
  // Rows inside of the other rows of this list are not where they were any more.
  const kept = removedRows.filter((one) => one.question !== place.question || !one.path.startsWith(`${place.path}.`));
  return { ...withMembersBefore(without, typed, path, at), removedRows: [removed, ...kept].slice(0, MAX_REMOVED) };
}

const NO_WORDS = { title: '', help: '' };

const membersOf = ({ questions, sections }: TypedQuestionnaire, at: number) =>
  questions.filter(({ section }) => section !== '' && section === sections[at]?.id);

/** The section that takes the questions of another one when that is removed; undefined for the place before all. */
export const sectionBefore = ({ sections }: TypedQuestionnaire, at: number) => sections[at - 1];

/** Without their section, its questions end the one before it: so they stay where they were. */
function withMembersBefore(
  without: TypedQuestionnaire,
  typed: TypedQuestionnaire,
  path: string,
  at: number,
): TypedQuestionnaire {
  if (path !== 'sections') return without;
  const members = new Set(membersOf(typed, at).map(({ id }) => id));
  const section = sectionBefore(typed, at)?.id ?? '';
  return {
    ...without,
    questions: without.questions.map((question) => (members.has(question.id) ? { ...question, section } : question)),
  };
}

/** Puts a removed row back; without its list, which may be gone with its question or kind, nothing changes. */
function withRowBack(typed: TypedQuestionnaire, id: string): TypedQuestionnaire {
  const removed = typed.removedRows.find((one) => one.id === id);
  if (!removed) return typed;
  const owner = typed.questions.findIndex((question) => question.id === removed.question);
  const path = removed.question === '' ? removed.path : `questions.${owner}.${removed.path}`;
  const list = valueAt(typed, path);
  if (!Array.isArray(list)) return typed;
  const rows: readonly unknown[] = list;
  const back = setAt(typed, path, rows.toSpliced(Number(removed.at) || 0, 0, removed.row));
  const own = typeof removed.row.id === 'string' ? removed.row.id : '';
  return readTyped({
    ...back,
    removedRows: back.removedRows.filter((one) => one !== removed),
    questions: back.questions.map((question) => ({
      ...question,
      section: removed.members.includes(question.id) ? own : question.section,
      wordings: {
        ...question.wordings,
        ...(removed.wordings[question.id] && { [own]: removed.wordings[question.id] }),
      },
    })),
  });
}

/** The part of a typed questionnaire at a path such as `questions.3.title`; undefined where there is none. */
export function valueAt(typed: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    const isThere = (Array.isArray(part) || isRecord(part)) && Object.hasOwn(part, name);
    return isThere ? (part as Record<string, unknown>)[name] : undefined; // its own property, as just checked
  }, typed);
}

/** The same questionnaire with another text, tick or list at a path. A path that does not exist changes nothing. */
export function setAt(typed: TypedQuestionnaire, path: string, value: unknown): TypedQuestionnaire {
  if (valueAt(typed, path) === undefined) return typed;
  return replaced(typed, path.split('.'), value) as TypedQuestionnaire; // a copy, of which one part is another
}

function replaced(part: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(part))
    return part.map((row: unknown, at) => (String(at) === name ? replaced(row, rest, value) : row));
  return isRecord(part) ? { ...part, [name]: replaced(part[name], rest, value) } : part;
}

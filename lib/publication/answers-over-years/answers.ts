import { contentIn } from '@/lib/calls/calls';
import { FIRST_MEANING, meanings } from '@/lib/calls/questionnaire/meanings';
import { DESK_CALL } from '@/lib/calls/constants';
import { asReadersRead } from '@/lib/contributions/redaction/overlay';
import { SENT } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { foldText } from '@/lib/platform/text/fold-text';
import { asReadersMay, AUTHOR } from '@/lib/publication/contact-details';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Comparable } from '@/lib/questions/value-kind';
import { countOptions } from './counts';
import type { OptionCounts } from './counts';

/** `desk`: every contribution that was sent and not withdrawn, with exact counts. */
export type Audience = 'public' | 'desk';

/** A call that asks the question; one whose question changed its meaning has a column for each. */
export type YearColumn = { key: string; call: string; question: string };
export type YearAnswer = { reference: string; said: string | null; text: string; language: string | null };
/** One organisation, with its answers by the key of their column. */
type YearRow = { organisation: string; answers: Record<string, YearAnswer[]> };

/** The calls in which a question means the same, newest first. */
export type YearGroup = {
  columns: YearColumn[];
  rows: YearRow[];
  /** By the key of a column: how many anonymous answers there are; absent where there are none or too few to be counted. */
  unnamed: Record<string, number>;
  /** How often options were chosen, if the question is answered by options: once, or once for each thing rated. */
  counts: OptionFigure[];
};

/** `thing`: what is rated; null where the answer is about one thing. `calls` are those that ask it, as the columns. */
export type OptionFigure = { thing: string | null; calls: string[]; options: OptionCounts[] };

export type AnswersOverYears = { key: string; title: string; shortTitle: string; groups: YearGroup[] };

type Reading = { locale: Locale; words: Words; audience: Audience };

/**
 * The answers to all questions of one key, side by side: organisations by calls. Calls whose question is of another
 * kind or meaning are in a group of their own. Null if no call asks it.
 */
export async function readAnswersOverYears(key: string, reading: Reading): Promise<AnswersOverYears | null> {
  const columns = (await readColumns(reading)).filter(({ asked }) => asked.key === key);
  const [newest] = columns;
  if (!newest) return null;
  const answers = await readAnswers(key, reading.audience);
  const { title, shortTitle } = newest.asked;
  const groups = [...groupBy(columns, ({ same }) => same).values()].map((group) => groupOf(group, answers, reading));
  return { key, title, shortTitle, groups };
}

/** The keys of the questions that several public calls ask. */
export async function listSharedQuestions(locale: Locale): Promise<string[]> {
  const columns = await readColumns({ locale, audience: 'public' });
  const calls = groupBy(columns, ({ asked }) => asked.key);
  return [...calls].flatMap(([key, of]) => (new Set(of.map(({ call }) => call)).size > 1 ? [key] : []));
}

/** `same` is alike where answers can be compared. */
type Column = YearColumn & { asked: Question; same: string; versions: string[] };

async function readColumns({ locale, audience }: Pick<Reading, 'locale' | 'audience'>): Promise<Column[]> {
  const rows = await db.questionnaire.findMany({
    where: {
      publishedAt: { not: null },
      call: audience === 'public' ? { published: true } : { slug: { not: DESK_CALL } },
    },
    orderBy: [{ call: { closesAt: { sort: 'desc', nulls: 'last' } } }, { call: { slug: 'asc' } }, { version: 'desc' }],
    select: { id: true, content: true, meanings: true, call: { select: { slug: true } } },
  });
  const asked = rows.flatMap(({ id, content, meanings: stored, call }) => {
    const meaning = meanings.parse(stored);
    return contentIn(content, locale).questions.map((question) => {
      const same = `${question.kind} ${meaning[question.key] ?? FIRST_MEANING}`;
      return { id, call: call.slug, question, same };
    });
  });
  const columns = groupBy(asked, ({ call, question, same }) => [call, question.key, same].join(' '));
  return [...columns].flatMap(([key, [newest, ...older]]) => {
    if (!newest) return [];
    const { call, question, same } = newest;
    const versions = [newest, ...older].map(({ id }) => id);
    return [{ key, call, question: question.title, asked: question, same, versions }];
  });
}

type Answer = YearAnswer & { organisation: string | null; questionnaireId: string; value: unknown };

/** The answers of the newest revisions. */
async function readAnswers(key: string, audience: Audience): Promise<Answer[]> {
  const contribution =
    audience === 'public'
      ? { status: 'published' as const, publishedAt: { not: null } }
      : { status: { in: [...SENT] }, call: { slug: { not: DESK_CALL } } };
  const rows = await db.answer.findMany({
    where: { questionKey: key, revision: { contribution } },
    orderBy: [{ revision: { contribution: { submittedAt: 'asc' } } }, { revisionId: 'asc' }],
    select: {
      text: true,
      value: true,
      said: true,
      redacted: true,
      revision: {
        select: { number: true, contribution: { select: { ...AUTHOR, language: true, questionnaireId: true } } },
      },
    },
  });
  return rows.map(asReadersRead).flatMap(({ text, value, said, revision: { number, contribution: author } }) => {
    const { reference, anonymous, publicAffiliation, publicName, language, questionnaireId } = author;
    if (reference === null || number !== author.currentRevision) return [];
    const organisation = anonymous ? null : publicAffiliation || publicName;
    const words =
      audience === 'public' ? asReadersMay(author, { organisation, text, said }) : { organisation, text, said };
    return [{ reference, ...words, value, language, questionnaireId }];
  });
}

function groupOf(columns: readonly Column[], answers: readonly Answer[], { words, audience }: Reading): YearGroup {
  const within = columns.map(({ versions }) =>
    answers.filter(({ questionnaireId }) => versions.includes(questionnaireId)),
  );
  const placed = columns.flatMap(({ key }, at) => (within[at] ?? []).map((answer) => ({ column: key, answer })));
  // At the desk, an answer without a name is a row of its own, by its reference.
  const named = placed.flatMap(({ column, answer }) => {
    const organisation = answer.organisation ?? (audience === 'desk' ? answer.reference : null);
    return organisation === null ? [] : [{ column, answer, organisation }];
  });
  const rows = [...groupBy(named, ({ organisation }) => foldText(organisation)).values()].map((of) => ({
    organisation: of[0]?.organisation ?? '',
    answers: Object.fromEntries(
      [...groupBy(of, ({ column }) => column)].map(([column, given]) => [
        column,
        given.map(({ answer }) => shownOf(answer)),
      ]),
    ),
  }));
  const unnamed = columns.flatMap(({ key }, at) => {
    const count = (within[at] ?? []).filter(({ organisation }) => organisation === null).length;
    return audience === 'public' && isLargeEnough(count) ? [[key, count] as const] : [];
  });
  return {
    columns: columns.map(({ key, call, question }) => ({ key, call, question })),
    rows: rows.toSorted((one, other) => one.organisation.localeCompare(other.organisation, 'en')),
    unnamed: Object.fromEntries(unnamed),
    counts: figuresOf(columns, within, { words, audience }),
  };
}

const shownOf = ({ reference, said, text, language }: Answer): YearAnswer => ({ reference, said, text, language });

type Within = readonly (readonly Answer[])[];
type Counting = Pick<Reading, 'words' | 'audience'>;

/** One figure for each thing that is rated, of the calls that ask about it. */
function figuresOf(columns: readonly Column[], within: Within, counting: Counting): OptionFigure[] {
  const thingsOf = ({ asked }: Column): readonly Comparable[] => {
    const things = kindOf(asked).comparison?.things?.(asked) ?? [];
    return things.length > 0 ? things : [WHOLE];
  };
  // Of a thing that several calls have, the label of the newest one.
  const things = uniqueByValue(columns.flatMap(thingsOf));
  return things.flatMap((thing) => {
    const isAbout = (column: Column | undefined) =>
      column !== undefined && thingsOf(column).some(({ value }) => value === thing.value);
    const asking = columns.filter(isAbout);
    const answers = within.filter((_, at) => isAbout(columns[at]));
    const options = optionsOf(asking, answers, { ...counting, thing: thing === WHOLE ? null : thing.value });
    const label = thing === WHOLE ? null : thing.label;
    return options ? [{ thing: label, calls: asking.map(({ call }) => call), options }] : [];
  });
}

/** The answer to a question about one thing. No thing of a question has an empty key. */
const WHOLE: Comparable = { value: '', label: '' };

const uniqueByValue = (list: readonly Comparable[]): Comparable[] =>
  list.filter(({ value }, at) => list.findIndex((one) => one.value === value) === at);

function optionsOf(
  columns: readonly Column[],
  within: Within,
  { words, audience, thing }: Counting & { thing: string | null },
): OptionCounts[] | null {
  // Of an option that several calls have, the label of the newest one.
  const options = uniqueByValue(columns.flatMap(({ asked }) => kindOf(asked).comparison?.choices(asked, words) ?? []));
  if (options.length === 0) return null;
  const chosenIn = (value: unknown, asked: Question) => {
    const { comparison } = kindOf(asked);
    return (thing === null ? comparison?.texts(value, asked) : comparison?.textsOf?.(value, asked, thing)) ?? [];
  };
  const chosen = columns.map(({ asked }, at) =>
    (within[at] ?? []).flatMap(({ value }) => {
      const texts = value === null ? [] : [...new Set(chosenIn(value, asked))];
      return texts.length === 0 ? [] : [texts];
    }),
  );
  return countOptions(options, chosen, audience);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

import type { CsvValue } from '@/lib/platform/csv';
import { toCsv } from '@/lib/platform/csv';
import { namedBothWays } from '@/lib/platform/csv-columns';
import type { Words } from '@/lib/platform/i18n/words';
import { isAnsweredByText, kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { workbookOf } from '@/lib/publication/packaging/workbook';
import type { ValueColumn } from '@/lib/questions/value-kind';
import { valueOf } from './call-answers';
import type { AnsweringContribution, CallAnswers } from './call-answers';

/** A table of answers, from which CSV and Excel are made. */
export type AnswersTable = { name: string; columns: { name: string; title: string }[]; rows: CsvValue[][] };

type Column<Row> = { name: string; title: string; cell(row: Row): CsvValue };

/** What is said of each contribution in every table: never more than its page says. */
const contributionColumns = (words: Words): Column<AnsweringContribution>[] => [
  { name: 'contribution', title: words('answers.columns.contribution'), cell: ({ reference }) => reference },
  { name: 'submitted_at', title: words('answers.columns.submitted'), cell: ({ submittedAt }) => submittedAt },
  { name: 'anonymous', title: words('answers.columns.anonymous'), cell: ({ attribution }) => attribution.anonymous },
  { name: 'name', title: words('answers.columns.name'), cell: ({ attribution }) => attribution.name },
  {
    name: 'affiliation',
    title: words('answers.columns.affiliation'),
    cell: ({ attribution }) => attribution.affiliation,
  },
  { name: 'country', title: words('answers.columns.country'), cell: ({ attribution }) => attribution.country },
  {
    name: 'stakeholder_group',
    title: words('answers.columns.group'),
    cell: ({ attribution }) => attribution.stakeholderGroup,
  },
  { name: 'language', title: words('answers.columns.language'), cell: ({ language }) => language },
];

/** What the desk knows besides: it is in no table for readers. */
const deskColumns = (words: Words): Column<AnsweringContribution>[] => [
  { name: 'status', title: words('answers.columns.status'), cell: ({ desk }) => desk?.status },
  ...(['name', 'affiliation', 'email', 'country'] as const).map((part) => ({
    name: `contact_${part}`,
    title: words(`answers.columns.contact.${part}`),
    cell: ({ desk }: AnsweringContribution) => desk?.contact?.[part],
  })),
];

const aboutColumns = ({ contributions }: CallAnswers, words: Words) => [
  ...contributionColumns(words),
  ...(contributions.some(({ desk }) => desk) ? deskColumns(words) : []),
];

/** One row for each contribution, with a column for each question: further ones where it asks for more. */
export function answersTable(answers: CallAnswers, words: Words): AnswersTable {
  const { questions, contributions } = answers;
  const columns = [
    ...aboutColumns(answers, words),
    ...questions.flatMap((question) => questionColumns(question, words)),
  ];
  return {
    name: 'answers',
    columns: columns.map(({ name, title }) => ({ name, title })),
    rows: contributions.map((contribution) => columns.map(({ cell }) => cell(contribution))),
  };
}

/**
 * The same table turned: a row for each question, a column for each contribution, named by its reference. The first rows
 * say who answers.
 */
export function byQuestionTable(answers: CallAnswers, words: Words): AnswersTable {
  const { columns, rows } = answersTable(answers, words);
  return {
    name: 'by question',
    columns: [
      { name: 'question', title: words('answers.columns.question') },
      { name: 'title', title: words('answers.columns.title') },
      ...answers.contributions.map(({ reference }) => ({
        name: reference,
        title: words('answers.columns.ofContribution', { reference }),
      })),
    ],
    rows: columns.flatMap(({ name, title }, at) => (at === 0 ? [] : [[name, title, ...rows.map((row) => row[at])]])),
  };
}

function questionColumns(question: Question, words: Words): Column<AnsweringContribution>[] {
  const { key, title } = question;
  const kind = kindOf(question);
  const values = kind.columns(question, words).map((column) => ({
    name: column.name === '' ? key : `${key}.${column.name}`,
    title: column.title === '' ? title : words('questions.partOf', { whole: title, part: column.title }),
    cell: (contribution: AnsweringContribution) => {
      const value = valueOf(contribution, key);
      return value === undefined ? undefined : column.cell(value);
    },
  }));
  const files = kind.files
    ? [{ name: key, title: words('answers.columns.files', { question: title }), cell: countOf(key) }]
    : [];
  const isText = isAnsweredByText(question);
  const text = {
    name: isText ? key : `${key}.text`,
    title: isText ? title : words('questions.partOf', { whole: title, part: words('answers.columns.text') }),
    cell: ({ body }: AnsweringContribution) => body.answers[key],
  };
  return [...values, ...files, text];
}

const countOf =
  (key: string) =>
  ({ files }: AnsweringContribution): CsvValue =>
    files.get(key);

/** One row for each record that published contributions give to a question; null if its kind has no such rows. */
export function recordsTable(answers: CallAnswers, key: string, words: Words): AnswersTable | null {
  const question = answers.questions.find((one) => one.key === key);
  const table = question && kindOf(question).table?.(question, words);
  return table ? rowsTable(answers, key, table.columns, words) : null;
}

/** The same for each entry of a list that has no table of records: a signed agreement, a project. */
function entriesTable(answers: CallAnswers, question: Question, words: Words): AnswersTable | null {
  const columns = kindOf(question).entryColumns?.(words);
  return columns ? rowsTable(answers, question.key, columns, words) : null;
}

function rowsTable(
  { contributions }: CallAnswers,
  key: string,
  valueColumns: ValueColumn<unknown>[],
  words: Words,
): AnswersTable {
  const about = contributionColumns(words);
  const number = { name: 'record', title: words('answers.columns.record') };
  return {
    name: key,
    columns: [...about, number, ...valueColumns].map(({ name, title }) => ({ name, title })),
    rows: contributions.flatMap((contribution) =>
      rowsOf(contribution, key).map((row, at) => [
        ...about.map(({ cell }) => cell(contribution)),
        at + 1,
        ...valueColumns.map(({ cell }) => cell(row)),
      ]),
    ),
  };
}

/** The rows of a contribution's value: a kind with a table has a list of them. */
export const rowsOf = (contribution: AnsweringContribution, key: string): unknown[] => {
  const value = valueOf(contribution, key);
  return Array.isArray(value) ? value : [];
};

/** The table as CSV; `bom` for Excel. */
export function answersCsv({ columns, rows }: AnswersTable, options: { bom?: boolean } = {}): string {
  const named = namedBothWays(
    columns.map(({ name }) => name),
    rows,
  );
  return toCsv(named.header, named.rows, options);
}

/** The same for a table whose columns are contributions: their references stay as they are. */
export function byQuestionCsv({ columns, rows }: AnswersTable, options: { bom?: boolean } = {}): string {
  return toCsv(
    columns.map(({ name }) => name),
    rows,
    options,
  );
}

/** The names of sheets are short, and no two are alike. */
const MAX_SHEET_NAME = 31;
/** What a sheet of Excel has columns for, without those before the first contribution. */
const MAX_CONTRIBUTIONS = 16_384 - 2;

/**
 * An Excel file with the answers in rows and in columns, the signed agreements, projects and records of each question
 * that asks for them in a sheet of its own, and what the columns mean. A call with more contributions than a sheet has columns has them in rows only.
 */
export function answersWorkbook(answers: CallAnswers, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const records = answers.questions.flatMap(
    (question) => recordsTable(answers, question.key, words) ?? entriesTable(answers, question, words) ?? [],
  );
  const turned = answers.contributions.length <= MAX_CONTRIBUTIONS ? [byQuestionTable(answers, words)] : [];
  return withColumnsSheet([answersTable(answers, words), ...turned, ...records]);
}

/** The same for the records of one question; null where `recordsTable` is. */
export function recordsWorkbook(
  answers: CallAnswers,
  key: string,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> | null {
  const table = recordsTable(answers, key, words);
  return table && withColumnsSheet([table]);
}

function withColumnsSheet(tables: AnswersTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map((table, at) => ({ ...table, name: `${at + 1} ${table.name}`.slice(0, MAX_SHEET_NAME) }));
  const meanings = {
    name: 'columns',
    columns: ['sheet', 'column', 'meaning'].map((name) => ({ name })),
    rows: sheets.flatMap(({ name: sheet, columns }) => columns.map(({ name, title }) => [sheet, name, title])),
  };
  return workbookOf([...sheets, meanings]);
}

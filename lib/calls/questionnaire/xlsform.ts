import writeExcelFile from 'write-excel-file/node';
import type { Questionnaire } from '@/lib/calls/schema';
import { bySection, numberOf } from '@/lib/questions/numbering';
import { isAnsweredByText } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Rule } from '@/lib/questions/rule';
import { carryQuestion, xlsName } from './xlsform-kinds';
import type { Carried, ChoiceRow, SurveyRow } from './xlsform-kinds';

export type XlsForm = {
  survey: SurveyRow[];
  choices: ChoiceRow[];
  settings: { form_title: string; form_id: string; version: string; default_language: string }[];
  /** What an XLSForm can't say, each with the question it concerns. */
  notCarriedOver: { question: string; what: string }[];
};

/** A questionnaire as an XLSForm, for Kobo, ODK and others. */
export function xlsFormOf(content: Questionnaire, call: { slug: string; title: string; version: number }): XlsForm {
  const carried = new Map(content.questions.map((question) => [question.key, carry(question, content)]));
  const survey = bySection(content).flatMap(({ section, questions }) => {
    const rows = questions.flatMap((question) => surveyRows(question, content, carried));
    if (!section) return rows;
    const name = `section_${xlsName(section.key)}`;
    return [
      { type: 'begin_group', name, label: section.title, hint: section.help || undefined },
      ...rows,
      { type: 'end_group', name, label: '' },
    ];
  });
  return {
    survey,
    choices: [...carried.values()].flatMap(({ choices = [] }) => choices),
    settings: [
      {
        form_title: call.title,
        form_id: `call_${call.slug.replaceAll('-', '_')}`,
        version: String(call.version),
        default_language: 'English (en)',
      },
    ],
    notCarriedOver: lostIn(content, carried),
  };
}

function carry(question: Question, { questions }: Questionnaire): Carried {
  const label = `${numberOf(question, questions)}. ${question.title}`;
  return carryQuestion(question, { name: xlsName(question.key), label });
}

function surveyRows(
  question: Question,
  { questions }: Questionnaire,
  carried: ReadonlyMap<string, Carried>,
): SurveyRow[] {
  const own = carried.get(question.key);
  if (!own) return [];
  const relevant = relevance(question, carried);
  const hint = [question.help, question.example && `Example: ${question.example}`].filter(Boolean).join('\n\n');
  const rows = own.rows.map((row, at) =>
    at === 0
      ? {
          ...row,
          hint: [hint, row.hint].filter(Boolean).join('\n\n') || undefined,
          required: question.required && !row.type.startsWith('begin_') ? 'yes' : undefined,
          relevant,
        }
      : // The words of “other” depend on the question, and so on its condition.
        row,
  );
  if (isAnsweredByText(question)) return rows;
  const words: SurveyRow = {
    type: 'text',
    name: `${xlsName(question.key)}_words`,
    label: `${numberOf(question, questions)}. ${question.shortTitle}: anything to add in words`,
    appearance: 'multiline',
    relevant,
  };
  return [...rows, words];
}

/** The rules of a question as an XPath expression; those that can't be said are left out, and listed. */
function relevance({ askedIf = [] }: Question, carried: ReadonlyMap<string, Carried>): string | undefined {
  const rules = askedIf.flatMap((rule) => ruleInXPath(rule, carried.get(rule.question)) ?? []);
  return rules.length > 0 ? rules.join(' and ') : undefined;
}

function ruleInXPath(rule: Rule, target: Carried | undefined): string | null {
  if (!target) return null;
  const { names, compare } = target.answer;
  const any = (test: (name: string) => string) =>
    names.length === 1 ? test(names[0] ?? '') : `(${names.map(test).join(' or ')})`;
  const answered = any((name) => (compare === 'count' ? `count(\${${name}}) > 0` : `string-length(\${${name}}) > 0`));
  if (rule.operator === 'answered') return answered;
  if (compare === 'count') return null;
  const value = quoted(compare === 'text' ? rule.value : xlsName(rule.value));
  if (value === null) return null;
  if (rule.operator === 'contains' && compare === 'text') return any((name) => `contains(\${${name}}, ${value})`);
  const is = any((name) => (compare === 'several' ? `selected(\${${name}}, ${value})` : `\${${name}} = ${value}`));
  return rule.operator === 'is_not' ? `(${answered} and not(${is}))` : is;
}

/** A text in an XPath expression, which has no way to escape quotes. */
function quoted(text: string): string | null {
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? null : `"${text}"`;
}

function lostIn(content: Questionnaire, carried: ReadonlyMap<string, Carried>): XlsForm['notCarriedOver'] {
  const { questions, audiences = [] } = content;
  const ofQuestions = questions.flatMap((question) => {
    const named = `${numberOf(question, questions)}. ${question.shortTitle}`;
    const what = [
      ...(carried.get(question.key)?.lost ?? []),
      ...(question.maxWords === undefined ? [] : [`the limit of ${question.maxWords} words`]),
      ...(question.wordings === undefined ? [] : ['the wordings for audiences']),
      ...(question.required && carried.get(question.key)?.rows[0]?.type.startsWith('begin_')
        ? ['that it is required']
        : []),
      ...(question.askedIf ?? []).flatMap((rule) =>
        ruleInXPath(rule, carried.get(rule.question)) === null ? [`a rule about “${rule.question}”`] : [],
      ),
    ];
    return what.map((one) => ({ question: named, what: one }));
  });
  return [
    ...ofQuestions,
    ...(audiences.length === 0 ? [] : [{ question: 'All', what: 'the choice of an audience' }]),
    { question: content.about.title, what: 'the last step: who contributes, how they are named, and their consent' },
    { question: 'All', what: 'files that can be added to every answer' },
  ];
}

const MAX_CHARACTERS = 32_767;

/** The form as an Excel file, with what was not carried over on a sheet of its own. */
export async function xlsFormFile(form: XlsForm): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [
    sheetOf('survey', SURVEY, form.survey),
    sheetOf('choices', ['list_name', 'name', 'label'], form.choices),
    sheetOf('settings', ['form_title', 'form_id', 'version', 'default_language'], form.settings),
    sheetOf('not carried over', ['question', 'what'], form.notCarriedOver),
  ];
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer());
}

const SURVEY = [
  'type',
  'name',
  'label',
  'hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'appearance',
] as const;

function sheetOf<Column extends string>(
  sheet: string,
  columns: readonly Column[],
  rows: readonly { [Name in Column]?: string }[],
) {
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: 30 })),
    data: [
      columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        columns.map((name) => {
          const value = row[name];
          return value ? { value: value.slice(0, MAX_CHARACTERS), type: String } : null;
        }),
      ),
    ],
  };
}

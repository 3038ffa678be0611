import type { FieldKindName, FieldOf, RecordField } from '@/lib/questions/record-fields';
import type { KindName, Question, QuestionOf } from '@/lib/questions/registry';

export type SurveyRow = {
  type: string;
  name: string;
  label: string;
  hint?: string;
  required?: string;
  relevant?: string;
  constraint?: string;
  constraint_message?: string;
  appearance?: string;
};
export type ChoiceRow = { list_name: string; name: string; label: string };

/** What a question becomes in an XLSForm. */
export type Carried = {
  /** Its rows; the first is the question itself. */
  rows: SurveyRow[];
  choices?: ChoiceRow[];
  /** What an XLSForm can't say, as ends of a sentence about the question. */
  lost?: string[];
  /** The rows that hold its answer, for conditions, and how they are compared. */
  answer: { names: string[]; compare: 'one' | 'several' | 'text' | 'count' };
};
type Asked = { name: string; label: string };

/** A name that XLSForm and Kobo take: letters, digits and underscores. */
export const xlsName = (key: string): string => key.replaceAll('-', '_').replace(/^(?=\d)/, '_');

type Options = readonly { key: string; label: string }[];
const choicesOf = (list: string, options: Options): ChoiceRow[] =>
  options.map(({ key, label }) => ({ list_name: list, name: xlsName(key), label }));
const OTHER: Options = [{ key: 'other', label: 'Other' }];

/** The words of “other”, asked only if it is chosen. */
const otherRow = ({ name, label }: Asked, relevant: string): SurveyRow => ({
  type: 'text',
  name: `${name}_other`,
  label: `${label}: other, in words`,
  relevant,
});

const textRow = ({ name, label }: Asked, more: Partial<SurveyRow> = {}): SurveyRow => ({
  type: 'text',
  name,
  label,
  ...more,
});

const plainText = (asked: Asked, more?: Partial<SurveyRow>, lost: string[] = []): Carried => ({
  rows: [textRow(asked, more)],
  lost,
  answer: { names: [asked.name], compare: 'text' },
});

/** Fields of records, and questions of the same kinds. */
const FIELDS: { [Kind in FieldKindName]: (settings: FieldOf<Kind>, asked: Asked) => Carried } = {
  text: ({ size }, asked) => plainText(asked, size === 'short' ? {} : { appearance: 'multiline' }),
  choice: ({ options, other }, asked) => ({
    rows: [
      { type: `select_one ${asked.name}`, ...asked },
      ...(other ? [otherRow(asked, `\${${asked.name}} = 'other'`)] : []),
    ],
    choices: choicesOf(asked.name, [...options, ...(other ? OTHER : [])]),
    answer: { names: [asked.name], compare: 'one' },
  }),
  choices: ({ options, other, min, max }, asked) => {
    const bounds = [
      ...(min === undefined ? [] : [`count-selected(.) >= ${min}`]),
      ...(max === undefined ? [] : [`count-selected(.) <= ${max}`]),
    ];
    return {
      rows: [
        {
          type: `select_multiple ${asked.name}`,
          ...asked,
          ...(bounds.length > 0 && {
            constraint: bounds.join(' and '),
            constraint_message: `Choose ${[min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`].filter(Boolean).join(' and ')}.`,
          }),
        },
        ...(other ? [otherRow(asked, `selected(\${${asked.name}}, 'other')`)] : []),
      ],
      choices: choicesOf(asked.name, [...options, ...(other ? OTHER : [])]),
      answer: { names: [asked.name], compare: 'several' },
    };
  },
  'yes-no': (_, asked) => ({
    rows: [{ type: `select_one ${asked.name}`, ...asked }],
    choices: choicesOf(asked.name, [
      { key: 'yes', label: 'Yes' },
      { key: 'no', label: 'No' },
    ]),
    answer: { names: [asked.name], compare: 'one' },
  }),
  rating: ({ levels, notApplicable, rows, everyRow, evidence }, asked) => {
    const rated = rows?.map(({ key, label }) => ({ name: `${asked.name}_${xlsName(key)}`, label })) ?? [asked];
    const inside = rated.flatMap((row): SurveyRow[] => [
      { type: `select_one ${asked.name}`, ...row, appearance: 'likert' },
      ...(evidence ? [textRow({ name: `${row.name}_evidence`, label: `${row.label}: link to evidence` })] : []),
    ]);
    return {
      rows: rows
        ? [{ type: 'begin_group', ...asked }, ...inside, { type: 'end_group', name: asked.name, label: '' }]
        : inside,
      choices: choicesOf(asked.name, [
        ...levels,
        ...(notApplicable ? [{ key: 'not-applicable', label: 'Not applicable' }] : []),
      ]),
      lost: everyRow ? ['that all rows must be rated if one is'] : [],
      answer: { names: rated.map(({ name }) => name), compare: 'one' },
    };
  },
  number: ({ unit, min, max, decimals }, asked) => {
    const bounds = [...(min === undefined ? [] : [`. >= ${min}`]), ...(max === undefined ? [] : [`. <= ${max}`])];
    return {
      rows: [
        {
          type: decimals ? 'decimal' : 'integer',
          ...asked,
          label: unit === undefined ? asked.label : `${asked.label} (${unit})`,
          ...(bounds.length > 0 && { constraint: bounds.join(' and ') }),
        },
      ],
      answer: { names: [asked.name], compare: 'one' },
    };
  },
  date: (_, asked) =>
    plainText(asked, {
      hint: 'A year, a month or a day: 2018, 2018-02 or 2018-02-17.',
      constraint: "regex(., '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')",
    }),
  link: ({ most = 1 }, asked) =>
    plainText(
      asked,
      most > 1 ? { appearance: 'multiline' } : { constraint: "regex(., '^https?://.+')" },
      most > 1 ? [`that it takes up to ${most} links, each on a line`] : [],
    ),
  agreements: (_, asked) => plainText(asked, {}, ['the choice from the agreements of the dataset']),
  criteria: (_, asked) => plainText(asked, {}, ['the choice from the norms of the dataset']),
};

const repeat = (asked: Asked, rows: SurveyRow[], lost: string[], choices: ChoiceRow[] = []): Carried => ({
  rows: [{ type: 'begin_repeat', ...asked }, ...rows, { type: 'end_repeat', name: asked.name, label: '' }],
  choices,
  lost,
  answer: { names: [asked.name], compare: 'count' },
});

const inside = ({ name }: Asked, part: string, label: string, more?: Partial<SurveyRow>) =>
  textRow({ name: `${name}_${part}`, label }, more);

/** How a question of each kind is carried over. A new kind needs its line here. */
const QUESTIONS: { [Kind in KindName]: (question: QuestionOf<Kind>, asked: Asked) => Carried } = {
  text: ({ size, maxLength }, asked) =>
    plainText(asked, {
      ...(size !== 'short' && { appearance: 'multiline' }),
      constraint: `string-length(.) <= ${maxLength}`,
      constraint_message: `At most ${maxLength} characters.`,
    }),
  choice: (question, asked) => FIELDS.choice(fieldOf(question), asked),
  choices: (question, asked) => FIELDS.choices(fieldOf(question), asked),
  'yes-no': (question, asked) => FIELDS['yes-no'](fieldOf(question), asked),
  rating: (question, asked) => FIELDS.rating(fieldOf(question), asked),
  number: (question, asked) => FIELDS.number(fieldOf(question), asked),
  date: (question, asked) => FIELDS.date(fieldOf(question), asked),
  link: (question, asked) => FIELDS.link(fieldOf(question), asked),
  file: (_, asked) => ({
    rows: [{ type: 'file', ...asked }],
    lost: ['that it takes several files: here it takes one'],
    answer: { names: [asked.name], compare: 'text' },
  }),
  records: ({ fields, max }, asked) => {
    const carried = fields.map((field) => recordField(field, asked));
    return repeat(
      asked,
      carried.flatMap(({ rows }) => rows),
      [
        ...carried.flatMap(({ lost = [] }, at) => lost.map((one) => `in “${fields[at]?.label ?? ''}”, ${one}`)),
        ...(max === undefined ? [] : [`that there are at most ${max} of them`]),
      ],
      carried.flatMap(({ choices = [] }) => choices),
    );
  },
  signatory: (_, asked) =>
    plainText(asked, { appearance: 'multiline' }, [
      'the choice from the agreements of the dataset, with a note for each',
    ]),
  projects: (_, asked) =>
    repeat(
      asked,
      [
        inside(asked, 'title', 'Title of the project'),
        inside(asked, 'description', 'Description', { appearance: 'multiline' }),
        inside(asked, 'link', 'Link'),
        inside(asked, 'agreements', 'Agreements it supports'),
        inside(asked, 'norms', 'Norms it supports'),
      ],
      ['the choice from the agreements and norms of the dataset'],
    ),
  proposals: (_, asked) =>
    repeat(
      asked,
      [
        inside(asked, 'agreement', 'Agreement'),
        inside(asked, 'point', 'Which fact or norm'),
        inside(asked, 'value', 'What it should say', { appearance: 'multiline' }),
        inside(asked, 'source', 'Source'),
      ],
      ['the comparison of each proposed value with the dataset'],
    ),
};

/** A question in the place of a record's field: both have the settings of their kind. */
const fieldOf = <Kind extends FieldKindName & KindName>(question: QuestionOf<Kind>): FieldOf<Kind> =>
  question as unknown as FieldOf<Kind>; // the settings are those of the same kind object

function recordField(field: RecordField, { name }: Asked): Carried {
  const carry = FIELDS[field.kind] as (settings: RecordField, asked: Asked) => Carried; // of the field's own kind
  const carried = carry(field, { name: `${name}_${xlsName(field.key)}`, label: field.label });
  const rows = carried.rows.map((row, at) =>
    at === 0 ? { ...row, hint: row.hint ?? field.help, required: field.required ? 'yes' : undefined } : row,
  );
  return { ...carried, rows };
}

/** How a question is carried over, by its kind. */
export function carryQuestion(question: Question, asked: Asked): Carried {
  const carry = QUESTIONS[question.kind] as (question: Question, asked: Asked) => Carried; // of the question's own kind
  return carry(question, asked);
}

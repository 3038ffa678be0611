import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import type { FactValue, RecordPart } from '@/lib/agreements/facts/fact';
import {
  ASKED_FIELDS,
  FACTS,
  fieldOf,
  isPartiesField,
  isRecordField,
  isRowField,
} from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import {
  choicesOf,
  factHelp,
  factLabel,
  partChoiceWord,
  partColumnWords,
  recordPartWords,
} from '@/lib/agreements/facts/words';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import type { PlaceControl, PlaceOption } from './answer-place';
import { distinct } from './answer-places';
import type { BlankContext, BlankEntry } from './kind';
import type { Piece } from './paper';

/** A row of a proposal's table: one field of a cell. The first of its cell also has its note and source. */
export type FactRow = {
  cell: string;
  row: string;
  label: string;
  hints: readonly string[];
  answer: Piece[];
  isFirst: boolean;
};

/** The rows of a fact. `code` is what their codes begin with. */
export function factRows(field: FactField, entry: BlankEntry, context: BlankContext, code: string): FactRow[] {
  if (!isRowField(field)) return cellRows(field, field, entry, context, code);
  const keys = entry.rows.filter((key) => fieldOf(key) === field);
  const fresh = 1 + Math.max(0, ...keys.map((key) => Number(/:\+(\d+)$/.exec(key)?.[1] ?? 0)));
  return [...keys, `${field}:+${fresh}`].flatMap((key, at) =>
    cellRows(field, key, entry, context, `${code}.R${at + 1}`),
  );
}

function cellRows(field: FactField, cell: string, entry: BlankEntry, context: BlankContext, code: string): FactRow[] {
  const { place, locale } = context;
  const parts = partsOf(field, cell, context);
  return parts.map(({ path, label, control, hints }, at) => {
    const row = parts.length === 1 ? code : `${code}.${at + 1}`;
    return {
      cell,
      row,
      label:
        parts.length === 1
          ? label
          : context.words('questions.partOf', { whole: factLabel(field, locale), part: label }),
      hints: [...(at === 0 ? [factHelp(field, locale)].filter((help) => help !== '') : []), ...hints],
      answer: [place(row, { path, entry, control, label })],
      isFirst: at === 0,
    };
  });
}

type Part = { path: string[]; label: string; control: PlaceControl; hints: string[] };

/** The fields of a cell in the form, each with its control: where there are choices, they are also written out. */
function partsOf(field: FactField, cell: string, context: BlankContext): Part[] {
  const { locale, words } = context;
  const offered = (options: readonly PlaceOption[]) =>
    options.length === 0
      ? []
      : [words('sharing.blank.oneOf', { choices: options.map(({ label }) => label).join('; ') })];
  if (isPartiesField(field)) {
    const columns = partColumnWords(field, locale);
    return PARTIES_PARTS.map((part) => ({
      path: [field, part],
      label: columns[part].title,
      control: PARTIES_CONTROLS[part],
      hints: [],
    }));
  }
  const { value } = FACTS[field];
  if (value.kind === 'record' && isRecordField(field))
    return Object.entries(value.parts).map(([name, part]) => {
      const control = partControl(part, (choice) => partChoiceWord(field, name, choice, locale), context);
      const { label, hint } = recordPartWords(field, name, locale);
      return {
        path: ['cells', cell, 'parts', name],
        label,
        control,
        hints: [
          ...(hint ? [hint] : []),
          ...(part.kind === 'choice' && control.kind === 'one' ? offered(control.options) : []),
        ],
      };
    });
  const options = choicesOf(field, locale).map((choice) => ({ value: choice.value, label: choice.word }));
  const control: PlaceControl =
    value.kind === 'choice' ? { kind: 'one', options } : { kind: FACT_CONTROLS[value.kind] };
  return [{ path: ['cells', cell, 'value'], label: factLabel(field, locale), control, hints: offered(options) }];
}

const FACT_CONTROLS = {
  line: 'line',
  text: 'text',
  date: 'date',
  link: 'link',
  list: 'text',
  parties: 'text',
  record: 'text',
} as const satisfies Record<Exclude<FactValue['kind'], 'choice'>, PlaceControl['kind']>;

const PARTIES_CONTROLS = {
  count: { kind: 'number' },
  unit: { kind: 'line' },
  asOf: { kind: 'date' },
  list: { kind: 'text' },
  link: { kind: 'link' },
} as const satisfies Record<(typeof PARTIES_PARTS)[number], PlaceControl>;

function partControl(
  part: RecordPart,
  choiceWord: (choice: string) => string,
  { agreements, sets, locale }: BlankContext,
): PlaceControl {
  if (part.kind === 'choice')
    return { kind: 'one', options: part.choices.map((choice) => ({ value: choice, label: choiceWord(choice) })) };
  if (part.kind === 'agreement') return { kind: 'one', options: agreements };
  if (part.kind === 'criterion') {
    const criteria = sets.flatMap((set) => set.criteria);
    return { kind: 'one', options: criteria.map(({ key, title }) => ({ value: key, label: title })) };
  }
  if (part.kind === 'language') {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return { kind: 'one', options: distinct(LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))) };
  }
  return { kind: part.kind };
}

/** The points of facts whose value is one of a few, with what can be chosen. */
export const choicesOfPoints = (context: BlankContext): { label: string; choices: readonly PlaceOption[] }[] =>
  ASKED_FIELDS.filter((field) => !isRowField(field)).flatMap((field) => {
    const parts = partsOf(field, field, context);
    const whole = factLabel(field, context.locale);
    return parts.flatMap(({ label, control }) =>
      control.kind === 'one' && control.options.length <= MAX_PRINTED_CHOICES
        ? [
            {
              label: parts.length === 1 ? label : context.words('questions.partOf', { whole, part: label }),
              choices: control.options,
            },
          ]
        : [],
    );
  });

/** Longer lists, such as all agreements, are printed elsewhere. */
const MAX_PRINTED_CHOICES = 12;

/**
 * What a row of an update can change: a fact, one part of a fact, or a criterion. The value is the cell, and after a
 * point its part, such as `signatories.count`; a fact of several rows is written in words.
 */
export function pointOptions(context: BlankContext): PlaceOption[] {
  const { locale, sets, words } = context;
  const facts = ASKED_FIELDS.flatMap((field): PlaceOption[] => {
    const label = factLabel(field, locale);
    if (isRowField(field)) return [{ value: field, label }];
    const parts = partsOf(field, field, context);
    if (parts.length === 1) return [{ value: field, label }];
    return parts.map((part) => ({
      value: `${field}.${part.path.at(-1) ?? ''}`,
      label: words('questions.partOf', { whole: label, part: part.label }),
    }));
  });
  return [
    ...facts,
    ...sets.toReversed().flatMap(({ criteria }) => criteria.map(({ key, title }) => ({ value: key, label: title }))),
  ];
}

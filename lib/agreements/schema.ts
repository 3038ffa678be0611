import { z } from 'zod';
import { storedDate, storedText } from '@/lib/platform/text/stored-text';
import { ASSESSMENT_VALUES, TEXT_LIMITS } from './constants';
import { ALL_FIELDS, fieldOf, FACTS, isFactKey, isNameField } from './facts/registry';
import type { FactKind, RecordValue } from './facts/fact';
import { storedFacts, typedFacts } from './facts/schemas';
import { statesTypedValue } from './facts/view-value';
import { CELL_VALUES } from './value-words';

export const assessmentValue = z.enum(ASSESSMENT_VALUES, { error: 'unknown_choice' });

export const criterionKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_criterion')
  .max(80, 'unknown_criterion');
export const agreementSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_agreement')
  .max(80, 'unknown_agreement');

export type AssessmentValue = z.infer<typeof assessmentValue>;

/**
 * The value of a cell as it is typed, parsed by the type of its key: a fact by its own schema, anything else as an
 * assessment. The caller checks in the database whether the criterion exists.
 */
export function parseCellValue(key: string, value: unknown) {
  const field = fieldOf(key);
  if (field === null) return assessmentValue.safeParse(value);
  if (value === null && !isNameField(key)) return cleared.safeParse(value);
  return (field === 'factViews' ? typedView : typedFacts[field]).safeParse(value);
}

/** A view on a fact, which states a value that the fact itself could have. */
const typedView = typedFacts.factViews.refine(statesTypedValue, { path: ['value'], error: 'invalid' });

/** A fact without a value, which its note gives the reason for. */
const cleared = z.null();

/** The stored value of a cell, by the type of its key: a fact by its own schema, anything else as an assessment. */
export function readStoredValue(key: string, value: unknown) {
  const field = isFactKey(key) ? fieldOf(key) : null;
  return field === null ? assessmentValue.safeParse(value) : storedFacts[field].safeParse(value);
}

const fieldsOf = (kind: FactKind) => ALL_FIELDS.filter((field) => FACTS[field].value.kind === kind).join(', ');

const partNames = ALL_FIELDS.flatMap((field) => {
  const { value } = FACTS[field];
  return value.kind === 'record' ? Object.keys(value.parts) : [];
});
const anyRecord: z.ZodType<RecordValue> = z.strictObject(
  Object.fromEntries(partNames.map((part) => [part, z.union([z.string(), z.number()]).optional()])),
) as never; // a part that is left out has no key

/**
 * Any stored value of a cell: a text, a list of texts, or an object of parts; null if there is no value. The key says
 * which of them a cell can hold (`typedFacts`); values stored under older rules have these shapes too.
 */
export const cellValue = z
  .union([
    z.string().describe('A text: most facts, and yes, no, indirect, unclear or not_assessed for a criterion.'),
    z.array(z.string()).describe(`A list of texts: ${fieldsOf('list')}.`),
    z
      .strictObject({
        count: z.int().min(0).optional(),
        unit: z.string().optional().describe('What is counted, such as states.'),
        asOf: z.string().optional().describe('A year, a month or a day.'),
        list: z.array(z.string()).optional(),
        link: z.string().optional(),
      })
      .describe(`How many of what, as of when, and who: ${fieldsOf('parties')}.`),
    anyRecord.describe(`A record of parts: ${fieldsOf('record')}.`),
    z.null(),
  ])
  .describe(
    `A text; a list of texts; an object for ${[fieldsOf('parties'), fieldsOf('record')].join(', ')}; null where nothing is known. ${CELL_VALUES}`,
  );

/**
 * What a form sends as the value where somebody typed a value and also said that there is none. No JSON can hold it, so
 * that it never comes through the API.
 */
export const NONE_AND_VALUE = Symbol('none and a value');

/** A value as it is sent. The cell's own schema then checks it, with error codes of its own. */
export const sentValue = z
  .unknown()
  .refine((value) => value !== undefined, 'required')
  .refine((value) => value !== NONE_AND_VALUE, 'none_and_value')
  .meta({ id: 'SentValue', override: { $ref: '#/components/schemas/Value' } });

/** What a cell holds: the value with its note and source. `value` is null where nothing is known. */
export const cellContent = z.strictObject({
  value: cellValue,
  note: storedText(TEXT_LIMITS.note).nullable(),
  source: storedText(TEXT_LIMITS.source).nullable(),
});

/** A cell's content as history keeps it: with the date it is as of, where it has one. */
export const pastContent = cellContent.extend({ asOf: storedDate.nullable().optional() });
export type CellContent = z.infer<typeof pastContent>;

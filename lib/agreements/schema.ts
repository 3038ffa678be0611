import { z } from 'zod';
import { readNumber } from '@/lib/platform/text/read-number';
import { storedDate, storedText } from '@/lib/platform/text/stored-text';
import { emptyIsAbsent, filled, line, link, partialDate, text } from '@/lib/platform/text/typed-text';
import { ASSESSMENT_VALUES, BINDING_NATURES, FACT_FIELDS, SPACES, TEXT_LIMITS } from './constants';

/** A part that shows nothing is absent: a fact is never a blank. */
const nothingIsAbsent = (value: unknown) =>
  Array.isArray(value) && value.length === 0 ? undefined : emptyIsAbsent(value);
const part = <T extends z.ZodType>(schema: T) => z.preprocess(nothingIsAbsent, schema.optional());

/** How many have signed, in which unit, as of when, and who they are where the source lists them. */
export const signatories = z
  .strictObject({
    count: z
      .number({ error: faultOfCount })
      .int('not_a_number')
      .min(0, 'not_a_number')
      .max(1_000_000, 'not_a_number')
      .optional(),
    unit: part(line(TEXT_LIMITS.line)),
    asOf: part(partialDate),
    list: part(z.array(filled(line(TEXT_LIMITS.listItem))).max(TEXT_LIMITS.listLength, 'too_many')),
    link: part(link),
  })
  .refine((value) => Object.values(value).some((part) => part !== undefined), 'required');

/** A count that could not be read stays the text it was typed as, and is refused with the reason. */
function faultOfCount({ input }: { input?: unknown }): string {
  const read = readNumber(String(input));
  return read.ok ? 'not_a_number' : read.reason;
}

export const factValues = {
  name: filled(line(TEXT_LIMITS.name)),
  shortName: filled(line(TEXT_LIMITS.shortName)),
  launchDate: partialDate,
  space: z.enum(SPACES, { error: 'unknown_choice' }),
  bindingNature: z.enum(BINDING_NATURES, { error: 'unknown_choice' }),
  stakeholders: filled(text(TEXT_LIMITS.note)),
  signatories,
  maintainer: filled(line(TEXT_LIMITS.line)),
  link,
  summary: filled(text(TEXT_LIMITS.summary)),
  uniqueElements: z
    .array(filled(text(TEXT_LIMITS.listItem)))
    .min(1, 'required')
    .max(50, 'too_many'),
} satisfies Record<(typeof FACT_FIELDS)[number], z.ZodType>;

export const assessmentValue = z.enum(ASSESSMENT_VALUES, { error: 'unknown_choice' });

export const criterionKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_criterion')
  .max(80, 'unknown_criterion');
export const agreementSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_agreement')
  .max(80, 'unknown_agreement');

export type FactField = (typeof FACT_FIELDS)[number];
export type FactValues = { [Field in FactField]: z.infer<(typeof factValues)[Field]> };
export type AssessmentValue = z.infer<typeof assessmentValue>;
export type Signatories = z.infer<typeof signatories>;

export const isFactField = (key: string): key is FactField => (FACT_FIELDS as readonly string[]).includes(key);

/**
 * The value of a cell as it is typed, parsed by the type of its key: a fact field by its own schema, anything else as an assessment.
 * Whether a criterion of that name exists is for the caller to ask the database.
 */
export function parseCellValue(key: string, value: unknown) {
  return isFactField(key) ? factValues[key].safeParse(value) : assessmentValue.safeParse(value);
}

/**
 * Any value of a cell, as it is stored and told: a text, a list of texts, or what is known of signatories; null where nothing is. Which of
 * them a cell can hold its key says (`factValues`); what was stored by older rules is of these shapes too.
 */
export const cellValue = z
  .union([
    z.string().describe('A text: most facts, and yes, no, indirect, unclear or not_assessed for a criterion.'),
    z.array(z.string()).describe('A list of texts: unique elements.'),
    z
      .strictObject({
        count: z.int().min(0).optional(),
        unit: z.string().optional().describe('What is counted, such as states.'),
        asOf: z.string().optional().describe('A year, a month or a day.'),
        list: z.array(z.string()).optional(),
        link: z.string().optional(),
      })
      .describe('Signatories.'),
    z.null(),
  ])
  .describe('A text; a list of texts; an object for signatories; null where nothing is known.');

/** A value as somebody sends it: what is wrong with it the cell's own schema says, in a word of its own. */
export const sentValue = z
  .unknown()
  .refine((value) => value !== undefined, 'required')
  .meta({ id: 'SentValue', override: { $ref: '#/components/schemas/Value' } });

/** What a cell holds: the value with its note and source. `value` is null where nothing is known. */
export const cellContent = z.strictObject({
  value: cellValue,
  note: storedText(TEXT_LIMITS.note).nullable(),
  source: storedText(TEXT_LIMITS.source).nullable(),
});
export type CellContent = z.infer<typeof cellContent>;

/** A cell's content as history keeps it: with the date it is as of, where it has one. */
export const pastContent = cellContent.extend({ asOf: storedDate.nullable().optional() });

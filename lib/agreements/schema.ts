import { z } from 'zod';
import { ASSESSMENT_VALUES, BINDING_NATURES, FACT_FIELDS, SPACES, TEXT_LIMITS } from './constants';

/**
 * Messages are codes, not sentences: the catalogue in `lib/i18n` has the sentence for each (`errors.<code>`).
 * Control characters other than line feed and tab are refused everywhere: they can't be typed, printed or read.
 */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text of one or more lines: line ends become `\n`, outer space goes, nothing else is changed. */
export const text = (max: number) =>
  z
    .string({ error: 'not_text' })
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(max, 'too_long').refine((value) => !CONTROL_CHARACTERS.test(value), 'control_characters'));

/** Text of a single line. */
export const line = (max: number) =>
  z
    .string({ error: 'not_text' })
    .transform((value) => value.trim())
    .pipe(z.string().max(max, 'too_long').refine((value) => !CONTROL_CHARACTERS.test(value) && !/[\n\t]/.test(value), 'control_characters'));

const filled = <T extends z.ZodType<string>>(schema: T) => schema.refine((value) => value.length > 0, 'required');

/** `2018`, `2018-02` or `2018-04-17`; a date that exists. */
export const partialDate = z
  .string({ error: 'not_a_partial_date' })
  .trim()
  .refine(isPartialDate, 'not_a_partial_date');

export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A web address a reader can open: http or https, nothing else (no `javascript:`). */
export const link = line(2_000).refine((value) => {
  if (!/^https?:\/\//i.test(value)) return false;
  return URL.canParse(value);
}, 'not_a_link');

/** How many have signed, in which unit, as of when, and who they are where the source lists them. */
export const signatories = z
  .strictObject({
    count: z.number({ error: 'not_a_number' }).int('not_a_number').min(0, 'not_a_number').max(1_000_000, 'not_a_number').optional(),
    unit: line(TEXT_LIMITS.line).optional(),
    asOf: partialDate.optional(),
    list: z.array(filled(line(TEXT_LIMITS.listItem))).max(TEXT_LIMITS.listLength, 'too_many').optional(),
    link: link.optional(),
  })
  .refine((value) => Object.values(value).some((part) => part !== undefined), 'required');

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
  uniqueElements: z.array(filled(text(TEXT_LIMITS.listItem))).min(1, 'required').max(50, 'too_many'),
} satisfies Record<(typeof FACT_FIELDS)[number], z.ZodType>;

export const assessmentValue = z.enum(ASSESSMENT_VALUES, { error: 'unknown_choice' });

export const criterionKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_criterion').max(80, 'unknown_criterion');
export const agreementSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unknown_agreement').max(80, 'unknown_agreement');

export type FactField = (typeof FACT_FIELDS)[number];
export type FactValues = { [Field in FactField]: z.infer<(typeof factValues)[Field]> };
export type AssessmentValue = z.infer<typeof assessmentValue>;
export type Signatories = z.infer<typeof signatories>;

export const isFactField = (key: string): key is FactField => (FACT_FIELDS as readonly string[]).includes(key);

/**
 * The value of a cell, parsed by the type of its key: a fact field by its own schema, anything else as an assessment.
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
  note: text(TEXT_LIMITS.note).nullable(),
  source: text(TEXT_LIMITS.source).nullable(),
});
export type CellContent = z.infer<typeof cellContent>;

/** A cell's content as history keeps it: with the date it is as of, where it has one. */
export const pastContent = cellContent.extend({ asOf: partialDate.nullable().optional() });

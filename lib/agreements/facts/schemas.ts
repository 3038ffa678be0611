import { z } from 'zod';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { readNumber } from '@/lib/platform/text/read-number';
import { storedDate, storedLine, storedLink, storedText } from '@/lib/platform/text/stored-text';
import { emptyIsAbsent, filled, line, link, partialDate, text } from '@/lib/platform/text/typed-text';
import type { FactKind, FactValue, RecordPart, RecordValue } from './fact';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { ALL_FIELDS, FACTS } from './registry';
import type { FactField, FactValues } from './registry';

const MAX_NUMBER = 1_000_000;

type SchemaOf = { [Kind in FactKind]: (value: Extract<FactValue, { kind: Kind }>) => z.ZodType };
type FactSchemas = { [Field in FactField]: z.ZodType<FactValues[Field]> };

/** A part without visible text is left out: a fact is never blank. */
const part = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) && value.length === 0 ? undefined : emptyIsAbsent(value)),
    schema.optional(),
  );

const typedParties = z
  .strictObject({
    count: z
      .number({ error: countError })
      .int('not_a_number')
      .min(0, 'not_a_number')
      .max(1_000_000, 'not_a_number')
      .optional(),
    unit: part(line(TEXT_LIMITS.line)),
    asOf: part(partialDate),
    list: part(z.array(filled(line(TEXT_LIMITS.listItem))).max(TEXT_LIMITS.listLength, 'too_many')),
    link: part(link),
  })
  .refine((value) => Object.values(value).some((one) => one !== undefined), 'required');

type PartSchemas = { [Kind in RecordPart['kind']]: (part: Extract<RecordPart, { kind: Kind }>) => z.ZodType };

const nameWith = (code: string) =>
  z
    .string(code)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, code)
    .max(80, code);
const agreementPart = nameWith('unknown_agreement');
const criterionPart = nameWith('unknown_criterion');

const TYPED_PARTS: PartSchemas = {
  choice: ({ choices }) => z.enum(choices, { error: 'unknown_choice' }),
  line: ({ max }) => filled(line(max)),
  text: ({ max }) => filled(text(max)),
  date: () => partialDate,
  link: () => link,
  number: () =>
    z.number({ error: countError }).int('not_a_number').min(0, 'not_a_number').max(MAX_NUMBER, 'not_a_number'),
  agreement: () => agreementPart,
  criterion: () => criterionPart,
  language: () => z.enum(LANGUAGES, { error: 'unknown_choice' }),
};

const STORED_PARTS: PartSchemas = {
  choice: ({ choices }) => z.enum(choices),
  line: ({ max }) => storedLine(max).min(1),
  text: ({ max }) => storedText(max).min(1),
  date: () => storedDate,
  link: () => storedLink,
  number: () => z.number().int().min(0).max(MAX_NUMBER),
  agreement: () => agreementPart,
  criterion: () => criterionPart,
  language: () => z.enum(LANGUAGES),
};

function recordSchema(parts: Extract<FactValue, { kind: 'record' }>['parts'], schemas: PartSchemas) {
  const schemaOf = <Kind extends RecordPart['kind']>(part: Extract<RecordPart, { kind: Kind }>) =>
    schemas[part.kind as Kind](part); // its own kind
  return z.strictObject(
    Object.fromEntries(
      Object.entries(parts).map(([name, one]) => [name, one.needed ? needed(schemaOf(one)) : part(schemaOf(one))]),
    ),
  );
}

const needed = (schema: z.ZodType) =>
  z.preprocess(emptyIsAbsent, z.unknown()).transform((value, context) => {
    const parsed = schema.safeParse(value);
    if (value !== undefined && parsed.success) return parsed.data;
    const message = value === undefined ? 'required' : (parsed.error?.issues[0]?.message ?? 'invalid');
    context.issues.push({ code: 'custom', message, input: value });
    return z.NEVER;
  });

/** A count that could not be read stays the text it was typed as, and is refused with the reason. */
function countError({ input }: { input?: unknown }): string {
  const read = readNumber(String(input));
  return read.ok ? 'not_a_number' : read.reason;
}

const TYPED: SchemaOf = {
  line: ({ max }) => filled(line(max)),
  text: ({ max }) => filled(text(max)),
  date: () => partialDate,
  choice: ({ choices }) => z.enum(choices, { error: 'unknown_choice' }),
  link: () => link,
  list: ({ max, itemMax }) =>
    z
      .array(filled(text(itemMax)))
      .min(1, 'required')
      .max(max, 'too_many'),
  parties: () => typedParties,
  record: ({ parts }) => recordSchema(parts, TYPED_PARTS),
};

const STORED: SchemaOf = {
  line: ({ max }) => storedLine(max).min(1),
  text: ({ max }) => storedText(max).min(1),
  date: () => storedDate,
  choice: ({ choices }) => z.enum(choices),
  link: () => storedLink,
  list: ({ max, itemMax }) => z.array(storedText(itemMax)).min(1).max(max),
  parties: () =>
    z.strictObject({
      count: z.number().int().min(0).max(1_000_000).optional(),
      unit: storedLine(TEXT_LIMITS.line).optional(),
      asOf: storedDate.optional(),
      list: z.array(storedLine(TEXT_LIMITS.listItem)).max(TEXT_LIMITS.listLength).optional(),
      link: storedLink.optional(),
    }),
  record: ({ parts }) => recordSchema(parts, STORED_PARTS),
};

function schemasBy(schemaOf: SchemaOf): FactSchemas {
  const make = <Kind extends FactKind>(value: Extract<FactValue, { kind: Kind }>) =>
    schemaOf[value.kind as Kind](value); // its own kind
  // Each schema is that of the field's own kind, from which `FactValues` is inferred.
  return Object.fromEntries(ALL_FIELDS.map((field) => [field, make(FACTS[field].value)])) as FactSchemas;
}

/** The values of facts as people type them today. */
export const typedFacts = withFaults(schemasBy(TYPED));

/** Of records also what is wrong between their parts. */
function withFaults(schemas: FactSchemas): FactSchemas {
  const checked = ALL_FIELDS.map((field) => {
    const { faults } = { faults: undefined, ...FACTS[field] };
    const schema: z.ZodType = schemas[field];
    if (!faults) return [field, schema] as const;
    const refined = schema.superRefine((value, context) => {
      // a record, by its schema
      for (const { part: at, code } of faults(value as RecordValue))
        context.addIssue({ code: 'custom', message: code, path: [at] });
    });
    return [field, refined] as const;
  });
  return Object.fromEntries(checked) as FactSchemas; // the same facts
}

/**
 * Facts as they are read: in the dataset, in history and releases, in downloaded files. They accept more values than
 * the typed ones; the shape of a value is the same.
 */
export const storedFacts = schemasBy(STORED);

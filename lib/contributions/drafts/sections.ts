import { z } from 'zod';
import { about, answersSchema, issuesOf, submissionLanguage } from '@/lib/contributions/schema';
import type { Path } from '@/lib/questions/value-kind';
import { proposalFieldAt, sentProposal } from '@/lib/questions/proposal-entry';
import type { ProposalBase } from '@/lib/questions/proposal-entry';
import type { ProposalValues } from '@/lib/questions/typed-proposal';
import { proposal } from '@/lib/questions/proposal-schema';
import { kindOf } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { isBlank } from '@/lib/questions/typed-fields';
import { shownIn } from './attribution';
import { fieldsOf, readValues } from './values';
import type { SectionValues } from './values';

/** One section of a draft: a question of the call, one proposal within a question, or "about you". */
export type Section =
  { kind: Question['kind']; question: Question } | ({ kind: 'proposal' } & ProposalBase) | { kind: 'about' };

/**
 * A fault with the name of its field. `message` is a code, followed after colons by the limit and by what was counted,
 * if there are any: `too_long:300`, `too_many_words:250:312`.
 */
export type FieldIssue = { name: string; message: string };

/** A section as a part of the submission: the schema it has to satisfy, and the field for each place in it. */
type Part = { input: Record<string, unknown>; schema: z.ZodType; nameOf: (path: Path) => string };

/** What a section contributes to the submission, valid or not. */
export const inputOf = (section: Section, data: unknown): Record<string, unknown> => partOf(section, data).input;

/** The field of a section that a place of what it contributes was typed in. */
export const fieldAt = (section: Section, data: unknown, path: Path): string => partOf(section, data).nameOf(path);

/** What keeps a section from being submitted, field by field; one fault for each field. */
export function sectionIssues(section: Section, data: unknown): FieldIssue[] {
  const { input, schema, nameOf } = partOf(section, data);
  const parsed = schema.safeParse(input);
  const byName = new Map<string, string>();
  for (const { path, code, params } of parsed.success ? [] : issuesOf(parsed.error)) {
    const steps = path === '' ? [] : path.split('.');
    const name = nameOf(steps);
    if (!byName.has(name))
      byName.set(name, isMissing(input, steps) && !SAY_WHY.includes(code) ? 'required' : withLimit(code, params));
  }
  if (!parsed.success && isUnnamed(input)) byName.set('cells.name.value', 'name_required');
  if (section.kind === 'about' && readValues('about', data).attribution === '')
    byName.set('attribution', 'attribution_needed');
  return [...byName].map(([name, message]) => ({ name, message }));
}

/**
 * The schema asks for a new agreement's name only when the rest is right; the list of faults should show it at once.
 */
function isUnnamed({ proposals }: Record<string, unknown>): boolean {
  // as `proposalPart` makes them
  const [proposal] = Array.isArray(proposals) ? (proposals as { kind: string; changes: { cell: string }[] }[]) : [];
  return proposal?.kind === 'new' && !proposal.changes.some(({ cell }) => cell === 'name');
}

function withLimit(code: string, { max, min, count }: Record<string, string | number>): string {
  const limit = max ?? min;
  return limit !== undefined && code.startsWith('too_') ? [code, limit, count ?? []].flat().join(':') : code;
}

/** Of an empty field: the sentence for these says why it must be filled in. */
const SAY_WHY = ['shown_but_missing', 'other_needs_words', 'clear_reason_required', 'source_required'];

/** An empty field has only one fault, whatever the schema says: it must be filled in. */
function isMissing(input: unknown, path: string[]): boolean {
  const value = path.reduce<unknown>(
    (whole, step) => (typeof whole === 'object' && whole !== null ? Reflect.get(whole, step) : undefined),
    input,
  );
  return path.length > 0 && (value === undefined || value === '');
}

/** The same as a schema of the fields themselves, for the browser's resolver: one rule, parsed in two places. */
export function sectionSchema(section: Section): FieldsSchema {
  const shape = fieldsOf(section.kind) as FieldsSchema; // each of them reads any record
  return shape.superRefine((values, context) => {
    for (const { name, message } of sectionIssues(section, values))
      context.addIssue({ code: 'custom', message, path: name.split('.') });
  });
}
type FieldsSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

function partOf(section: Section, data: unknown): Part {
  if ('question' in section) return questionPart(section.question, data);
  if (section.kind === 'proposal') return proposalPart(section, readValues('proposal', data));
  return aboutPart(readValues('about', data));
}

/** Nothing is asked of the rest of the contribution while one section is looked at. */
const UNKNOWN = { criteria: null, questions: null };

function questionPart(question: Question, data: unknown): Part {
  const kind = kindOf(question);
  const { list, value } = kind;
  const typed = kind.typed.parse(data);
  const sent = kind.sent(typed, question);
  return {
    input: {
      answers: isBlank(typed.text) ? {} : { [question.key]: typed.text },
      ...(list && { [list.name]: sent }),
      ...(value && sent !== undefined && { values: { [question.key]: sent } }),
    },
    schema: z.object({
      answers: answersSchema({ questions: [question] }),
      ...(list && { [list.name]: z.array(list.item(UNKNOWN)).max(list.max, 'too_many') }),
      ...(value && { values: z.object({ [question.key]: value.schema(question) }).optional() }),
    }),
    nameOf: ([part, ...path]) => {
      if (part === 'answers') return 'text';
      return kind.fieldAt(part === 'values' ? path.slice(1) : path, typed, question);
    },
  };
}

/**
 * A choice kept from a stored contribution is expressed by what it shows; the other fields are included, so that
 * missing ones are asked for.
 */
function aboutPart({ attribution, language, ...values }: SectionValues<'about'>): Part {
  const chosen = attribution === '' || attribution === 'unnamed' ? undefined : attribution;
  const { anonymous, show } = shownIn({ attribution, show: values.show });
  return {
    input: { about: { ...values, anonymous, show, attribution: chosen }, language },
    schema: z.object({ about, language: submissionLanguage }),
    nameOf: ([part, ...path]) => (part === 'language' ? part : path.join('.')),
  };
}

function proposalPart(against: ProposalBase, values: ProposalValues): Part {
  return {
    input: { proposals: [sentProposal(values, against)] },
    schema: z.object({ proposals: z.tuple([proposal(UNKNOWN)]) }),
    nameOf: ([, , ...path]) => proposalFieldAt(path, values, against),
  };
}

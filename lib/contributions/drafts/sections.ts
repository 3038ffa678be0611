import { z } from 'zod';
import type { Question } from '@/lib/calls/schema';
import { PARTIES_PARTS } from '@/lib/agreements/facts/fact';
import { isPartiesField } from '@/lib/agreements/facts/registry';
import { LIMITS } from '@/lib/contributions/constants';
import {
  about,
  answersSchema,
  issuesOf,
  project,
  proposal,
  signatory,
  submissionLanguage,
} from '@/lib/contributions/schema';
import { shownIn } from './attribution';
import { changesOf } from './changes';
import type { BaseCells } from './changes';
import { isBlank, readValues, sectionValues } from './values';
import type { SectionValues } from './values';

/** One section of a draft: a question of the call, one proposal within a question, or "about you". */
export type Section =
  | { kind: Question['kind']; question: Pick<Question, 'key' | 'maxLength'> }
  | { kind: 'proposal'; base: BaseCells; criteria: readonly string[] }
  | { kind: 'about' };

/** A fault at the name of the field that holds it. `message` is a code, with the limit after a colon where there is one: `too_long:300`. */
export type FieldIssue = { name: string; message: string };

type Path = (string | number)[];
/** A section as a part of the submission: the schema it has to satisfy, and which field each place of it was typed in. */
type Part = { input: Record<string, unknown>; schema: z.ZodType; nameOf: (path: Path) => string };

/** What a section contributes to the submission, valid or not. */
export const inputOf = (section: Section, data: unknown): Record<string, unknown> => partOf(section, data).input;

/** What keeps a section from being submitted, field by field; one fault for each field. */
export function sectionIssues(section: Section, data: unknown): FieldIssue[] {
  const { input, schema, nameOf } = partOf(section, data);
  const parsed = schema.safeParse(input);
  const byName = new Map<string, string>();
  for (const { path, code, params } of parsed.success ? [] : issuesOf(parsed.error)) {
    const steps = path === '' ? [] : path.split('.');
    const name = nameOf(steps);
    if (!byName.has(name))
      byName.set(name, isMissing(input, steps) && code !== 'shown_but_missing' ? 'required' : withLimit(code, params));
  }
  if (!parsed.success && isUnnamed(input)) byName.set('cells.name.value', 'name_required');
  if (section.kind === 'about' && readValues('about', data).attribution === '')
    byName.set('attribution', 'attribution_needed');
  return [...byName].map(([name, message]) => ({ name, message }));
}

/** The schema asks for a new agreement's name only once the rest is right; whoever reads a list of faults wants to know at once. */
function isUnnamed({ proposals }: Record<string, unknown>): boolean {
  const [proposal] = Array.isArray(proposals) ? (proposals as { kind: string; changes: { cell: string }[] }[]) : []; // as `proposalPart` makes them
  return proposal?.kind === 'new' && !proposal.changes.some(({ cell }) => cell === 'name');
}

const withLimit = (code: string, params: Record<string, string | number>) =>
  'max' in params && code.startsWith('too_') ? `${code}:${params.max}` : code;

/** Whatever else the schema says of a field that is empty: it wants to be filled in. */
function isMissing(input: unknown, path: string[]): boolean {
  const value = path.reduce<unknown>(
    (whole, step) => (typeof whole === 'object' && whole !== null ? Reflect.get(whole, step) : undefined),
    input,
  );
  return path.length > 0 && (value === undefined || value === '');
}

/** The same as a schema of the fields themselves, for the browser's resolver: one rule, parsed in two places. */
export function sectionSchema(section: Section): FieldsSchema {
  const shape = sectionValues[section.kind] as FieldsSchema; // each of them reads any record
  return shape.superRefine((values, context) => {
    for (const { name, message } of sectionIssues(section, values))
      context.addIssue({ code: 'custom', message, path: name.split('.') });
  });
}
type FieldsSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

function partOf(section: Section, data: unknown): Part {
  switch (section.kind) {
    case 'text':
    case 'proposals':
      return textPart(section.question, readValues('text', data).text);
    case 'signatory':
      return signatoryPart(section.question, readValues('signatory', data));
    case 'projects':
      return projectsPart(section.question, readValues('projects', data));
    case 'proposal':
      return proposalPart(section, readValues('proposal', data));
    case 'about':
      return aboutPart(readValues('about', data));
  }
}

/** The choice that a stored contribution kept is said by what it shows; the others go along, so that what they need is asked for. */
function aboutPart({ attribution, language, ...values }: SectionValues<'about'>): Part {
  const chosen = attribution === '' || attribution === 'unnamed' ? undefined : attribution;
  return {
    input: { about: { ...values, ...shownIn({ attribution, show: values.show }), attribution: chosen }, language },
    schema: z.object({ about, language: submissionLanguage }),
    nameOf: ([part, ...path]) => (part === 'language' ? part : path.join('.')),
  };
}

type TextQuestion = Pick<Question, 'key' | 'maxLength'>;

const textPart = (question: TextQuestion, text: string): Part => ({
  input: { answers: isBlank(text) ? {} : { [question.key]: text } },
  schema: z.object({ answers: answerOnly(question) }),
  nameOf: () => 'text',
});

/** The schema of all answers, narrowed to the one of this section. */
const answerOnly = (question: TextQuestion) =>
  answersSchema({ questions: [{ title: '', shortTitle: '', help: '', kind: 'text', ...question }] });

function signatoryPart(question: TextQuestion, { text, agreements, notes, others }: SectionValues<'signatory'>): Part {
  const written = others.flatMap((other, index) => (isBlank(other) ? [] : [{ other, index }]));
  const signatories = [
    ...agreements.map((agreement) => ({ agreement, note: notes[agreement] })),
    ...written.map(({ other }) => other),
  ];
  return {
    input: { ...textPart(question, text).input, signatories },
    schema: z.object({
      answers: answerOnly(question),
      signatories: z.array(signatory).max(LIMITS.signatories, 'too_many'),
    }),
    nameOf: ([part, at, field]) => {
      if (part !== 'signatories') return 'text';
      const agreement = at === undefined ? undefined : agreements[Number(at)];
      if (agreement !== undefined) return field === 'note' ? `notes.${agreement}` : 'agreements';
      const row = written[Number(at) - agreements.length];
      return row ? `others.${row.index}.${field === 'note' ? 'note' : 'name'}` : 'agreements';
    },
  };
}

function projectsPart(question: TextQuestion, { text, projects }: SectionValues<'projects'>): Part {
  const written = projects.flatMap((values, index) => (isBlank(values) ? [] : [{ values, index }]));
  return {
    input: { ...textPart(question, text).input, projects: written.map(({ values }) => values) },
    schema: z.object({ answers: answerOnly(question), projects: z.array(project).max(LIMITS.projects, 'too_many') }),
    nameOf: ([part, at, field]) => {
      if (part !== 'projects') return 'text';
      const row = written[Number(at)];
      return row && field ? `projects.${row.index}.${field}` : 'projects';
    },
  };
}

function proposalPart(
  { base, criteria }: Extract<Section, { kind: 'proposal' }>,
  values: SectionValues<'proposal'>,
): Part {
  const changes = changesOf(values, base, criteria);
  const { kind, agreement, baseVersion, comment } = values;
  const input = kind === 'update' ? { kind, agreement, baseVersion, comment, changes } : { kind, comment, changes };
  return { input: { proposals: [input] }, schema: z.object({ proposals: z.tuple([proposal]) }), nameOf };

  function nameOf([, , field, at, part, inner]: Path): string {
    if (field !== 'changes') return String(field ?? 'cells');
    const cell = changes[Number(at)]?.cell;
    if (at === undefined || cell === undefined) return kind === 'new' ? 'cells.name.value' : 'cells';
    if (isPartiesField(cell) && part === 'value') return `${cell}.${inner ?? PARTIES_PARTS[0]}`;
    return `cells.${cell}.${part === 'note' || part === 'source' ? part : 'value'}`;
  }
}

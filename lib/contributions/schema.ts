import { z } from 'zod';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { isFactField } from '@/lib/agreements/facts/registry';
import { agreementSlug, criterionKey, parseCellValue, sentValue } from '@/lib/agreements/schema';
import { emptyIsAbsent, filled, line, link, text } from '@/lib/platform/text/typed-text';
import type { Questionnaire } from '@/lib/calls/schema';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { ATTRIBUTIONS, COUNTRIES, LIMITS, STAKEHOLDER_GROUPS } from './constants';
import { shownBy } from '@/lib/contributions/drafts/attribution';

/**
 * What a contribution is when it arrives, for the form and for the API alike; the form's steps are its parts.
 * Messages are codes: `lib/platform/i18n/messages/en/errors.json` has the sentence for each under `codes`.
 */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());

/** Question 1: an agreement of the dataset by its slug, or another by its name. */
export const signatory = z
  .strictObject({
    agreement: optional(agreementSlug),
    name: optional(line(TEXT_LIMITS.name)),
    note: optional(text(LIMITS.note)),
  })
  .refine((value) => (value.agreement === undefined) !== (value.name === undefined), {
    error: 'agreement_or_name',
    path: ['name'],
  });

/** Question 2: one project or programme, with the agreements and norms it supports. */
export const project = z.strictObject({
  title: filled(line(LIMITS.title)),
  description: filled(text(LIMITS.description)),
  link: optional(link),
  agreements: z.array(agreementSlug).max(LIMITS.tags, 'too_many').default([]).transform(unique),
  criteria: z.array(criterionKey).max(LIMITS.tags, 'too_many').default([]).transform(unique),
});

function unique(list: string[]): string[] {
  return [...new Set(list)];
}

/** Any name may be a criterion's, where those that exist are not known. */
type Known = ReadonlySet<string> | null;

/** Left out, what stands stays. Null says that it goes, and is kept as the empty text; an empty field of a form says nothing. */
const replacing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null ? '' : emptyIsAbsent(value)), schema.optional()).meta(OMITTED_STAYS);
/** As the API's document has it. */
const OMITTED_STAYS = {
  description: 'Left out, what stands stays; null says that it goes.',
  override: { type: ['string', 'null'] },
};

/** One proposed cell: a fact field or a criterion, its value, and what it rests on. */
const changeWith = (known: Known) =>
  z
    .strictObject({
      cell: z.string({ error: 'unknown_criterion' }).max(80, 'unknown_criterion'),
      value: sentValue,
      note: replacing(text(TEXT_LIMITS.note)),
      source: replacing(text(TEXT_LIMITS.source)),
    })
    .transform((entry, context) => {
      // Asked before the value: of a cell that does not exist no value is right, and whoever misspelled it wants to hear that.
      if (known && !isFactField(entry.cell) && !known.has(entry.cell)) {
        context.issues.push({ code: 'custom', message: 'unknown_criterion', path: ['cell'], input: entry.cell });
        return z.NEVER;
      }
      const parsed = parseCellValue(entry.cell, entry.value);
      if (parsed.success && parsed.data !== 'not_assessed') return { ...entry, value: parsed.data };
      const code = parsed.success ? 'unknown_choice' : (parsed.error.issues[0]?.message ?? 'invalid');
      const at = parsed.success ? [] : (parsed.error.issues[0]?.path ?? []);
      context.issues.push({ code: 'custom', message: code, path: ['value', ...at], input: entry.value });
      return z.NEVER;
    });

const changesWith = (known: Known) =>
  z
    .array(changeWith(known))
    .min(1, 'nothing_proposed')
    .max(LIMITS.changes, 'too_many')
    .superRefine((list, context) => {
      const seen = new Set<string>();
      list.forEach((entry, index) => {
        if (seen.has(entry.cell))
          context.addIssue({ code: 'custom', message: 'cell_proposed_twice', path: [index, 'cell'] });
        seen.add(entry.cell);
      });
    });

/** Question 3: an update of an agreement in the dataset, written against one version of it, or a new agreement. */
const proposalWith = (known: Known) =>
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('update'),
        agreement: agreementSlug,
        baseVersion: z.number().int().min(1, 'unknown_version').optional(),
        comment: optional(text(LIMITS.comment)),
        changes: changesWith(known),
      }),
      z.strictObject({
        kind: z.literal('new'),
        comment: optional(text(LIMITS.comment)),
        changes: changesWith(known).refine((list) => list.some((entry) => entry.cell === 'name'), 'name_required'),
      }),
    ],
    { error: 'unknown_choice' },
  );

/** The same, where nobody asks which criteria exist: for a draft. */
export const proposal = proposalWith(null);

/** Where its author can be reached. Never public. */
export const contactEmail = optional(
  line(LIMITS.email)
    .pipe(z.email('not_an_email'))
    .transform((value) => value.toLowerCase()),
);

/**
 * "About you": all optional. What may be shown in public is chosen per field and is nothing by default. `attribution` chooses for
 * the author's name and organisation at once, and needs what it promises to show.
 */
export const about = z
  .strictObject({
    attribution: optional(z.enum(ATTRIBUTIONS, { error: 'unknown_choice' })),
    anonymous: z.boolean().default(false),
    name: optional(line(LIMITS.person)),
    affiliation: optional(line(LIMITS.affiliation)),
    email: contactEmail,
    country: optional(z.enum(COUNTRIES as [string, ...string[]], { error: 'unknown_choice' })),
    stakeholderGroup: optional(z.enum(STAKEHOLDER_GROUPS, { error: 'unknown_choice' })),
    show: z
      .strictObject({
        name: z.boolean().default(false),
        affiliation: z.boolean().default(false),
        country: z.boolean().default(false),
      })
      .default({ name: false, affiliation: false, country: false }),
  })
  .superRefine(({ attribution, name, affiliation }, context) => {
    if (attribution === 'organisation' && !affiliation)
      context.addIssue({ code: 'custom', message: 'shown_but_missing', path: ['affiliation'] });
    if (attribution === 'name' && !name)
      context.addIssue({ code: 'custom', message: 'shown_but_missing', path: ['name'] });
  })
  .transform(({ attribution, ...given }) =>
    attribution === undefined ? given : { ...given, ...shownBy(attribution, given.show) },
  );

/** What the whole contribution is written in. */
export const submissionLanguage = optional(z.enum(LANGUAGES as [string, ...string[]], { error: 'unknown_choice' }));

/** The answers, by question key; a key the questionnaire does not have is refused. */
export function answersSchema({ questions }: Pick<Questionnaire, 'questions'>) {
  return z.strictObject(Object.fromEntries(questions.map(({ key, maxLength }) => [key, optional(text(maxLength))])));
}

/** Building a schema takes longer than parsing with it, and there are as many as published questionnaires. */
const schemas = new Map<string, ReturnType<typeof buildSchema>>();
const MOST_SCHEMAS = 50;

/**
 * The whole submission, for one questionnaire and the criteria that exist.
 * Whether the agreements named in it exist is for the caller to ask the database.
 */
export function submissionSchema({ questions }: Pick<Questionnaire, 'questions'>, criteria: readonly string[]) {
  const key = JSON.stringify([questions.map(({ key, kind, maxLength }) => [key, kind, maxLength]), criteria]);
  const known = schemas.get(key);
  if (known) return known;
  if (schemas.size >= MOST_SCHEMAS) schemas.clear();
  const built = buildSchema({ questions }, criteria);
  schemas.set(key, built);
  return built;
}

function buildSchema(questionnaire: Pick<Questionnaire, 'questions'>, criteria: readonly string[]) {
  const known = new Set(criteria);
  const asked = new Set(questionnaire.questions.map(({ kind }) => kind));
  return z
    .strictObject({
      answers: answersSchema(questionnaire).default({}),
      signatories: z.array(signatory).max(LIMITS.signatories, 'too_many').default([]),
      projects: z.array(project).max(LIMITS.projects, 'too_many').default([]),
      proposals: z.array(proposalWith(known)).max(LIMITS.proposals, 'too_many').default([]),
      about: about.prefault({}),
      language: submissionLanguage,
      /** E-mail addresses and telephone numbers in the texts are published as written, not hidden. */
      showContacts: z.boolean().default(false),
      consent: z.literal(true, { error: 'consent_needed' }),
    })
    .superRefine((submission, context) => {
      const fault = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
      const { answers, signatories, projects, proposals } = submission;
      const written = Object.values(answers).some((answer) => answer !== undefined);
      if (!written && signatories.length + projects.length + proposals.length === 0) fault('nothing_to_submit', []);
      // What no question of the call asks for would stand where nobody looks for it.
      for (const [list, kind] of LISTS) if (submission[list].length > 0 && !asked.has(kind)) fault('not_asked', [list]);
      repeated(signatories.map((one) => one.agreement)).forEach((index) =>
        fault('agreement_named_twice', ['signatories', index, 'agreement']),
      );
      repeated(proposals.map((one) => (one.kind === 'update' ? one.agreement : undefined))).forEach((index) =>
        fault('agreement_named_twice', ['proposals', index, 'agreement']),
      );
      projects.forEach((one, at) =>
        one.criteria.forEach(
          (key, index) => known.has(key) || fault('unknown_criterion', ['projects', at, 'criteria', index]),
        ),
      );
    });
}

/** The lists of a submission, each with the kind of question that asks for it. */
const LISTS = [
  ['signatories', 'signatory'],
  ['projects', 'projects'],
  ['proposals', 'proposals'],
] as const;

/** Positions of those values that stood earlier in the list already. */
function repeated(values: (string | undefined)[]): number[] {
  return values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));
}

export type Submission = z.infer<ReturnType<typeof submissionSchema>>;
export type Signatory = z.infer<typeof signatory>;
export type Project = z.infer<typeof project>;
export type ProposalInput = z.infer<typeof proposal>;
export type ChangeInput = z.infer<ReturnType<typeof changeWith>>;
export type About = z.infer<typeof about>;

/** The issues of a failed parse in the form every door answers with. */
export function issuesOf(error: z.ZodError) {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue), params: paramsOf(issue) }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  return /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid';
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') };
  return {};
}

import { z } from 'zod';
import { line, optional, text } from '@/lib/platform/text/typed-text';
import type { Questionnaire } from '@/lib/calls/schema';
import { countWords } from '@/lib/platform/text/count-words';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { knownOf, questionsOfKind } from '@/lib/questions/body';
import type { Answering, Known, ListDefinition } from '@/lib/questions/kind';
import { kindOf, kinds, LISTS } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { References } from '@/lib/questions/value-kind';
import { ATTRIBUTIONS, COUNTRIES, PERSON_LIMITS, STAKEHOLDER_GROUPS } from './constants';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { shownBy } from '@/lib/contributions/drafts/attribution';

/*
 * What a contribution is when it arrives, for the form and for the API alike; the form's steps are its parts.
 * Messages are codes: `lib/platform/i18n/messages/en/errors.json` has the sentence for each under `codes`.
 */

/** Where its author can be reached. Never public. */
export const contactEmail = optional(
  line(PERSON_LIMITS.email)
    .pipe(z.email('not_an_email'))
    .transform((value) => value.toLowerCase()),
);

/** An address that has to be given. Reasons: `invalid`, with an issue of the field `email`. */
export function requiredEmail(email: unknown): Result<{ address: string }> {
  const parsed = contactEmail.safeParse(email);
  if (!parsed.success)
    return failure(
      'invalid',
      issuesOf(parsed.error).map(({ code }) => ({ path: 'email', code })),
    );
  return parsed.data === undefined
    ? failure('invalid', [{ path: 'email', code: 'required' }])
    : { ok: true, address: parsed.data };
}

/**
 * "About you": all optional. Each field is public only if its author chose so. `attribution` chooses for the author's
 * name and organisation at once, and needs the fields that it promises to show; with `editors_only`, which not every
 * call offers, the contribution is not published.
 */
export const about = z
  .strictObject({
    attribution: optional(z.enum(ATTRIBUTIONS, { error: 'unknown_choice' })),
    anonymous: z.boolean().default(false),
    name: optional(line(PERSON_LIMITS.name)),
    affiliation: optional(line(PERSON_LIMITS.affiliation)),
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
    attribution === undefined ? { ...given, editorsOnly: false } : { ...given, ...shownBy(attribution, given.show) },
  );

/** What the whole contribution is written in. */
export const submissionLanguage = optional(z.enum(LANGUAGES as [string, ...string[]], { error: 'unknown_choice' }));

/** The answers, by question key; a key the questionnaire does not have is refused. */
export function answersSchema({ questions }: Pick<Questionnaire, 'questions'>) {
  return z.strictObject(
    Object.fromEntries(questions.map((question) => [question.key, optional(answerText(question))])),
  );
}

const answerText = ({ maxLength, maxWords }: Question) =>
  text(maxLength).superRefine((answer, context) => {
    const count = maxWords === undefined ? 0 : countWords(answer);
    if (maxWords !== undefined && count > maxWords)
      context.addIssue({ code: 'custom', message: 'too_many_words', params: { max: maxWords, count } });
  });

/** The values of questions that are answered by more than text or a list, by question key. */
function valuesSchema({ questions }: Pick<Questionnaire, 'questions'>) {
  return z.strictObject(
    Object.fromEntries(
      questions.flatMap((question) => {
        const { value } = kindOf(question);
        return value ? [[question.key, optional(value.schema(question))]] : [];
      }),
    ),
  );
}

/** The wording of the questions that was answered; a draft has chosen it already. */
const audienceSchema = ({ audiences = [] }: Pick<Questionnaire, 'audiences'>) =>
  optional(z.string().refine((key) => audiences.some((audience) => audience.key === key), { error: 'unknown_choice' }));

/** Building a schema takes longer than parsing with it, and there are as many as published questionnaires. */
const schemas = new Map<string, ReturnType<typeof buildSchema>>();
const MAX_SCHEMAS = 50;

type Asking = Pick<Questionnaire, 'questions' | 'audiences'>;

/**
 * The whole submission, for one questionnaire and the criteria that exist.
 * Whether the agreements named in it exist is for the caller to ask the database. With `cellKey`, new rows of facts get
 * their names.
 */
export function submissionSchema(
  { questions, audiences = [] }: Asking,
  criteria: readonly string[],
  cellKey?: Known['cellKey'],
) {
  const key = JSON.stringify([
    questions.map((question) => ({ ...question, title: '', shortTitle: '', help: '' })),
    audiences.map((audience) => audience.key),
    criteria,
    cellKey !== undefined,
  ]);
  const known = schemas.get(key);
  if (known) return known;
  if (schemas.size >= MAX_SCHEMAS) schemas.clear();
  const built = buildSchema({ questions, audiences }, criteria, cellKey);
  schemas.set(key, built);
  return built;
}

const listSchema = <Item, Input>({ item, max }: ListDefinition<Item, Input>, known: Known) =>
  z.array(item(known)).max(max, 'too_many').default([]);

function buildSchema(questionnaire: Asking, criteria: readonly string[], cellKey: Known['cellKey']) {
  const { questions } = questionnaire;
  const known = (kind: keyof typeof kinds) => ({ ...knownOf(questions, kind, new Set(criteria)), cellKey });
  return z
    .strictObject({
      answers: answersSchema(questionnaire).default({}),
      values: valuesSchema(questionnaire).optional(),
      signatories: listSchema(kinds.signatory.list, known('signatory')),
      projects: listSchema(kinds.projects.list, known('projects')),
      proposals: listSchema(kinds.proposals.list, known('proposals')),
      about: about.prefault({}),
      language: submissionLanguage,
      audience: audienceSchema(questionnaire),
      /** E-mail addresses and telephone numbers in the texts are published as written, not hidden. */
      showContacts: z.boolean().default(false),
      consent: z.literal(true, { error: 'consent_needed' }),
    })
    .superRefine((submission, context) => {
      const fault = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
      const { answers, values = {} } = submission;
      const written = [...Object.values(answers), ...Object.values(values)].some((answer) => answer !== undefined);
      if (!written && LISTS.every(({ list }) => submission[list.name].length === 0)) fault('nothing_to_submit', []);
      for (const { kind, list } of LISTS) {
        const items: readonly Answering[] = submission[list.name];
        // What no question of the call asks for would be found on no page.
        if (items.length > 0 && questionsOfKind(questions, kind).length === 0) fault('not_asked', [list.name]);
        for (const { message, path } of list.faults(items, known(kind))) fault(message, [list.name, ...path]);
      }
      for (const { key, path } of referencesIn(values, questions).criteria)
        if (!criteria.includes(key)) fault('unknown_criterion', ['values', ...path]);
    });
}

/** The agreements and criteria that values name, each with its place among the values. */
export function referencesIn(values: Record<string, unknown>, questions: readonly Question[]): References {
  const found = questions.flatMap((question) => {
    const value = values[question.key];
    const references = value === undefined ? undefined : kindOf(question).value?.references?.(value, question);
    return references ? [{ question, references }] : [];
  });
  const named = (what: keyof References) =>
    found.flatMap(({ question, references }) =>
      references[what].map(({ key, path }) => ({ key, path: [question.key, ...path] })),
    );
  return { agreements: named('agreements'), criteria: named('criteria') };
}

export type Submission = z.infer<ReturnType<typeof submissionSchema>>;

/** The issues of a failed parse in the form of every answer. */
export function issuesOf(error: z.ZodError) {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue), params: paramsOf(issue) }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown_field';
  return /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid';
}

function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  if (issue.code === 'custom') return issue.params ?? {};
  if (issue.code === 'unrecognized_keys') return { keys: issue.keys.join(', ') };
  return {};
}

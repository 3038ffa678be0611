import { cellKeyFor } from '@/lib/agreements/facts/row-key';
import { issuesOf, referencesIn, submissionSchema } from '@/lib/contributions/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Body } from '@/lib/questions/body';
import { kindOf, LISTS } from '@/lib/questions/registry';
import { askedKeys } from '@/lib/questions/condition';
import type { Answers } from '@/lib/questions/condition';
import { unansweredOf } from '@/lib/questions/required';
import { fieldAt, inputOf, sectionIssues } from './sections';
import type { FieldIssue, Section } from './sections';
import type { SectionPlace } from './steps';
import { ABOUT_STEP, CHECK_STEP } from './steps';

/** A section of a draft with what is typed in it, in the order of the form. */
export type DraftPart = SectionPlace & { section: Section; data: unknown };
export type LocatedIssue = SectionPlace & FieldIssue;
type Known = {
  questionnaire: Pick<Questionnaire, 'questions'>;
  criteria: readonly string[];
  agreements: readonly string[];
  files: readonly { questionKey: string }[];
};

/** The draft as the body of a submission; consent is given when it is sent. */
export function assemble(parts: readonly DraftPart[]): Record<string, unknown> {
  const inputs = parts.map(({ step, section, data }) => ({ step, input: inputOf(section, data) }));
  // by question key
  const values = Object.assign({}, ...inputs.map(({ input }) => input.values)) as Record<string, unknown>;
  const about = inputs.find(({ input }) => input.about !== undefined)?.input;
  return {
    // texts by question key
    answers: Object.assign({}, ...inputs.map(({ input }) => input.answers)) as Record<string, unknown>,
    ...(Object.keys(values).length > 0 && { values }),
    ...Object.fromEntries(
      LISTS.map(({ list: { name } }) => [
        name,
        inputs.flatMap(({ step, input }) => itemsIn(input, name).map((item) => ({ ...item, question: step }))),
      ]),
    ),
    about: about?.about ?? {},
    language: about?.language,
  };
}

/** The questions that a draft asks by what is typed in it, valid or not. Files are answers, too. */
export function askedByDraft(
  { questions }: Pick<Questionnaire, 'questions'>,
  parts: readonly DraftPart[],
  files: readonly { questionKey: string }[],
): Set<string> {
  return askedKeys(questions, answersOf(parts, files));
}

function answersOf(parts: readonly DraftPart[], files: readonly { questionKey: string }[]): Answers {
  const body = assemble(parts) as Body; // the shape that `assemble` gives, all of it texts of the form
  return { ...body, files: new Set(files.map(({ questionKey }) => questionKey)) };
}

/** The sections that are sent. What is typed elsewhere stays in the draft. */
export const partsToSend = (parts: readonly DraftPart[], asked: ReadonlySet<string>): DraftPart[] =>
  parts.filter(({ step }) => step === ABOUT_STEP || asked.has(step));

/** The items of a list in what a section contributes. */
const itemsIn = (input: Record<string, unknown>, list: string): object[] =>
  Array.isArray(input[list]) ? (input[list] as object[]) : []; // as the kind of the list makes them

/** All that keeps a draft from being submitted, each fault with the step and field it is mended in. */
export function draftIssues(parts: readonly DraftPart[], known: Known): LocatedIssue[] {
  const own = parts.flatMap(({ step, position, section, data }) =>
    [...sectionIssues(section, data), ...missingAgreements(section, data, known.agreements)].map((issue) => ({
      step,
      position,
      ...issue,
    })),
  );
  const issues = [...own, ...unanswered(parts, known)];
  const sound = parts.filter(
    ({ step, position }) => !own.some((issue) => issue.step === step && issue.position === position),
  );
  const between = issuesBetween(sound, known);
  // What is missing in the whole is looked for once nothing else is.
  return issues.length === 0 ? between : [...issues, ...between.filter(({ step }) => step !== CHECK_STEP)];
}

/** The faults of sections that are right by themselves, such as an agreement that two of them name. */
function issuesBetween(parts: readonly DraftPart[], known: Known): LocatedIssue[] {
  const parsed = submissionSchema(known.questionnaire, known.criteria, cellKeyFor).safeParse({
    ...assemble(parts),
    consent: true,
  });
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => locate(path.split('.'), code, parts));
}

/** The questions that need an answer and have none, each with the first field of its step. */
function unanswered(parts: readonly DraftPart[], { questionnaire: { questions }, files }: Known): LocatedIssue[] {
  return unansweredOf(questions, answersOf(parts, files)).map((question) => ({
    step: question.key,
    name: kindOf(question).fieldAt([], kindOf(question).typed.parse(undefined), question),
    message: kindOf(question).files ? 'file_required' : 'required',
  }));
}

/** Agreements named in a section that the dataset no longer has, retired since they were chosen. */
function missingAgreements(section: Section, data: unknown, agreements: readonly string[]): FieldIssue[] {
  const input = inputOf(section, data);
  const named = LISTS.flatMap(({ list }) =>
    list.agreements(itemsIn(input, list.name)).map(({ slug, path }) => ({ slug, path: [list.name, ...path] })),
  );
  // by question key
  const values = (input.values ?? {}) as Record<string, unknown>;
  const inValues = referencesIn(values, 'question' in section ? [section.question] : []).agreements;
  const missing = [...named, ...inValues.map(({ key, path }) => ({ slug: key, path: ['values', ...path] }))].filter(
    ({ slug }) => !agreements.includes(slug),
  );
  return missing.slice(0, 1).map(({ path }) => ({ name: fieldAt(section, data, path), message: 'unknown_agreement' }));
}

/**
 * A fault between sections is shown at the section that holds the item; a fault of the whole can be corrected anywhere.
 */
function locate([list = '', at, ...rest]: string[], code: string, parts: readonly DraftPart[]): LocatedIssue {
  const asked = ['answers', 'values'].includes(list) && parts.find(({ step }) => step === at);
  if (asked)
    return { step: asked.step, name: fieldAt(asked.section, asked.data, [list, asked.step, ...rest]), message: code };
  let index = Number(at ?? 0);
  for (const { step, position, section, data } of parts) {
    const { length } = itemsIn(inputOf(section, data), list);
    if (index < length) return { step, position, name: fieldAt(section, data, [list, index]), message: code };
    index -= length;
  }
  return { step: CHECK_STEP, name: list, message: code };
}

import { submissionSchema, issuesOf } from '@/lib/contributions/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import { inputOf, sectionIssues } from './sections';
import type { FieldIssue, Section } from './sections';
import type { SectionPlace } from './steps';
import { CHECK_STEP } from './steps';

/** A section of a draft with what is typed in it, in the order of the form. */
export type DraftPart = SectionPlace & { section: Section; data: unknown };
export type LocatedIssue = SectionPlace & FieldIssue;
type Known = {
  questionnaire: Pick<Questionnaire, 'questions'>;
  criteria: readonly string[];
  agreements: readonly string[];
};

/** The draft as the body of a submission; consent is given when it is sent. */
export function assemble(parts: readonly DraftPart[]): Record<string, unknown> {
  const inputs = parts.map(({ section, data }) => inputOf(section, data));
  const lists = (name: string) =>
    inputs.flatMap((input) => (Array.isArray(input[name]) ? (input[name] as unknown[]) : [])); // an array, as just asked
  return {
    answers: Object.assign({}, ...inputs.map((input) => input.answers)) as Record<string, unknown>, // texts by question key
    signatories: lists('signatories'),
    projects: lists('projects'),
    proposals: lists('proposals'),
    about: inputs.find((input) => input.about !== undefined)?.about ?? {},
    language: inputs.find((input) => input.about !== undefined)?.language,
  };
}

/** All that keeps a draft from being submitted, each fault with the step and field it is mended in. */
export function draftIssues(parts: readonly DraftPart[], known: Known): LocatedIssue[] {
  const own = parts.flatMap(({ step, position, section, data }) =>
    [...sectionIssues(section, data), ...missingAgreements(section, data, known.agreements)].map((issue) => ({
      step,
      position,
      ...issue,
    })),
  );
  if (own.length > 0) return own;
  const parsed = submissionSchema(known.questionnaire, known.criteria).safeParse({ ...assemble(parts), consent: true });
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => locate(path.split('.'), code, parts));
}

/** Agreements named in a section that the dataset no longer has, retired since they were chosen. */
function missingAgreements(section: Section, data: unknown, agreements: readonly string[]): FieldIssue[] {
  const { signatories = [], projects = [], proposals = [] } = inputOf(section, data) as Lists;
  const named = [
    ...signatories.map(({ agreement }) => ({ name: 'agreements', slug: agreement })),
    ...projects.flatMap(({ agreements: slugs = [] }, index) =>
      slugs.map((slug) => ({ name: `projects.${index}.agreements`, slug })),
    ),
    ...proposals.map(({ agreement }) => ({ name: 'cells', slug: agreement })),
  ];
  const missing = named.filter(({ slug }) => slug !== undefined && !agreements.includes(slug));
  return missing.slice(0, 1).map(({ name }) => ({ name, message: 'unknown_agreement' }));
}
// What `inputOf` makes of the sections that name agreements.
type Lists = {
  signatories?: { agreement?: string }[];
  projects?: { agreements?: string[] }[];
  proposals?: { agreement?: string }[];
};

/** Faults between sections; only proposals can be told apart by their place, the rest is about the whole. */
function locate([list, at]: string[], code: string, parts: readonly DraftPart[]): LocatedIssue {
  const proposals = parts.filter(({ section }) => section.kind === 'proposal');
  const proposal = list === 'proposals' ? proposals[Number(at)] : undefined;
  if (proposal) return { step: proposal.step, position: proposal.position, name: 'cells', message: code };
  const part = parts.find(
    ({ section }) =>
      (list === 'signatories' && section.kind === 'signatory') || (list === 'projects' && section.kind === 'projects'),
  );
  return { step: part?.step ?? CHECK_STEP, name: list === 'signatories' ? 'agreements' : (list ?? ''), message: code };
}

import { randomUUID } from 'node:crypto';
import { valueIn } from '@/lib/questions/body';
import { kindOf, LISTS } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { RowContext, TableRows } from '@/lib/questions/rows';
import type { Telling } from '@/lib/questions/value-kind';
import { cutText } from '@/lib/platform/text/cut-text';
import { hashSecret } from '@/lib/platform/secret';
import type { Submission } from './schema';

export type Targets = Map<string, { id: string; version: number }>;

export type SubmissionContext = {
  contributionId: string;
  /** Its number. */
  revision: number;
  questions: readonly Question[];
  /** The contribution's own row, where it does not stand already as a draft. */
  fresh: {
    callId: string;
    questionnaireId: string;
    submissionKey?: string;
    submissionHash?: string;
    /** Of its private link; an editor's own has none. */ token?: string;
    authorId?: string;
    /** The published text that the contribution is the forum's summary of. */ summaryOf?: string;
  } | null;
  /** Every agreement the submission names, by slug. */
  agreements: Targets;
  /** In the language of the form. */
  telling: Telling;
  /** Of everything but the contribution; random ones if it is absent. */
  newId?: () => string;
  now: Date;
};

export type SubmissionRows = ReturnType<typeof rowsOf>;

/** A parsed submission as the rows of one revision, named as their columns. */
export function rowsOf(submission: Submission, context: SubmissionContext) {
  const { contributionId, revision, fresh, newId = randomUUID, now } = context;
  const revisionId = newId();
  return {
    contributions: fresh
      ? [
          {
            id: contributionId,
            call_id: fresh.callId,
            questionnaire_id: fresh.questionnaireId,
            submission_key: fresh.submissionKey,
            submission_hash: fresh.submissionHash,
            author_id: fresh.authorId,
            audience: submission.audience,
            summary_of: fresh.summaryOf,
          },
        ]
      : [],
    contacts: contactsOf(contributionId, submission.about, revision),
    links: fresh?.token ? [{ id: newId(), contribution_id: contributionId, token_hash: hashSecret(fresh.token) }] : [],
    revisions: [{ id: revisionId, contribution_id: contributionId, number: revision, submitted_at: now }],
    answers: context.questions.flatMap((question) => answerRow(submission, question, revisionId, context)),
    ...structuredRows(submission, revisionId, context),
  };
}

function answerRow(
  submission: Submission,
  question: Question,
  revisionId: string,
  { questions, telling }: SubmissionContext,
) {
  const { value: stored } = kindOf(question);
  const text = submission.answers[question.key];
  const value = stored && valueIn(submission, question, questions);
  if (text === undefined && value === undefined) return [];
  const said = stored && value !== undefined ? stored.say(value, question, telling) : undefined;
  return [{ revision_id: revisionId, question_key: question.key, text: text ?? '', value, said }];
}

const NO_ROWS: TableRows = {
  signatures: [],
  projects: [],
  projectAgreements: [],
  projectCriteria: [],
  proposals: [],
  changes: [],
};

/** The rows of every kind with tables of its own. A position counts within the revision, over all questions. */
function structuredRows(submission: Submission, revisionId: string, context: SubmissionContext) {
  const { contributionId, questions, agreements, newId = randomUUID, now } = context;
  const agreement: RowContext['agreement'] = (slug) => {
    const found = agreements.get(slug);
    if (!found) throw new Error(`agreement ${slug} was not resolved before`);
    return found;
  };
  const made = questions.flatMap((question) => {
    const { list } = kindOf(question);
    const rowContext = { question: question.key, revisionId, contributionId, agreement, newId, now };
    // What answers a question with a list is a list.
    return list ? [list.rows(valueIn(submission, question, questions) as unknown[], rowContext)] : [];
  });
  const rows = made.reduce<TableRows>(joined, NO_ROWS);
  return {
    ...rows,
    signatures: rows.signatures.map(positioned),
    projects: rows.projects.map(positioned),
    proposals: rows.proposals.map(positioned),
  };
}

const joined = (rows: TableRows, more: Partial<TableRows>): TableRows => ({
  signatures: [...rows.signatures, ...(more.signatures ?? [])],
  projects: [...rows.projects, ...(more.projects ?? [])],
  projectAgreements: [...rows.projectAgreements, ...(more.projectAgreements ?? [])],
  projectCriteria: [...rows.projectCriteria, ...(more.projectCriteria ?? [])],
  proposals: [...rows.proposals, ...(more.proposals ?? [])],
  changes: [...rows.changes, ...(more.changes ?? [])],
});

const positioned = <Row extends object>(row: Row, position: number) => ({ ...row, position });

/** Contact details have a table of their own; without any no row is stored, and that of a draft is deleted. A correction may remove them. */
function contactsOf(
  contribution_id: string,
  { name, affiliation, email, country, show }: Submission['about'],
  revision: number,
) {
  if (revision === 1 && !name && !affiliation && !email && !country) return [];
  return [
    {
      contribution_id,
      name,
      affiliation,
      email,
      country,
      show_name: show.name,
      show_affiliation: show.affiliation,
      show_country: show.country,
    },
  ];
}

/**
 * What the desk's search looks through: the contributor's words on the subject, nothing about the person. `said` are
 * the values of answers in words.
 */
export function submissionText(submission: Submission, said: readonly (string | undefined)[] = []): string {
  const parts = [
    ...Object.values(submission.answers),
    ...said,
    ...LISTS.flatMap(({ list }) => list.words(submission[list.name])),
  ];
  // A tsvector holds at most 1 MB; the search needs no more than this.
  return cutText(parts.filter(Boolean).join('\n'), 200_000);
}

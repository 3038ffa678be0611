import { randomUUID } from 'node:crypto';
import { isFactField } from '@/lib/agreements/facts/registry';
import { cutText } from '@/lib/platform/text/cut-text';
import { hashSecret } from '@/lib/platform/secret';
import type { ProposalInput, Submission } from './schema';

export type Targets = Map<string, { id: string; version: number }>;

export type SubmissionContext = {
  contributionId: string;
  /** Its number. */
  revision: number;
  /** The contribution's own row, where it does not stand already as a draft. */
  fresh: {
    callId: string;
    questionnaireId: string;
    submissionKey?: string;
    submissionHash?: string;
    /** Of its private link; an editor's own has none. */ token?: string;
    authorId?: string;
  } | null;
  /** Every agreement the submission names, by slug. */
  agreements: Targets;
  now: Date;
};

export type SubmissionRows = ReturnType<typeof rowsOf>;

/** A parsed submission as the rows of one revision, named as their columns. */
export function rowsOf(
  submission: Submission,
  { contributionId, revision, fresh, agreements, now }: SubmissionContext,
) {
  const revisionId = randomUUID();
  const target = (slug: string) => {
    const found = agreements.get(slug);
    if (!found) throw new Error(`agreement ${slug} was not resolved before`);
    return found;
  };
  const projects = submission.projects.map((project) => ({ id: randomUUID(), project }));
  const proposals = submission.proposals.map((proposal) => ({ id: randomUUID(), proposal }));
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
          },
        ]
      : [],
    contacts: contactsOf(contributionId, submission.about, revision),
    links: fresh?.token
      ? [{ id: randomUUID(), contribution_id: contributionId, token_hash: hashSecret(fresh.token) }]
      : [],
    revisions: [{ id: revisionId, contribution_id: contributionId, number: revision, submitted_at: now }],
    answers: Object.entries(submission.answers).flatMap(([question_key, text]) =>
      text === undefined ? [] : [{ revision_id: revisionId, question_key, text }],
    ),
    signatures: submission.signatories.map(({ agreement, name, note }, position) => ({
      revision_id: revisionId,
      position,
      agreement_id: agreement && target(agreement).id,
      name,
      note,
    })),
    projects: projects.map(({ id, project: { title, description, link } }, position) => ({
      id,
      revision_id: revisionId,
      position,
      title,
      description,
      link,
    })),
    projectAgreements: projects.flatMap(({ id, project }) =>
      project.agreements.map((slug) => ({ project_id: id, agreement_id: target(slug).id })),
    ),
    projectCriteria: projects.flatMap(({ id, project }) =>
      project.criteria.map((criterion_key) => ({ project_id: id, criterion_key })),
    ),
    proposals: proposals.map(({ id, proposal }, position) => ({
      id,
      contribution_id: contributionId,
      revision_id: revisionId,
      position,
      kind: proposal.kind,
      agreement_id: proposal.kind === 'update' ? target(proposal.agreement).id : undefined,
      comment: proposal.comment,
    })),
    changes: proposals.flatMap(({ id, proposal }) =>
      changesOf({ proposalId: id, contributionId, proposal, target, now }),
    ),
  };
}

/** Contact details go into their own table; nothing is stored where nothing was given. A correction may take them back. */
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

type ChangesInput = {
  proposalId: string;
  contributionId: string;
  proposal: ProposalInput;
  target: (slug: string) => { id: string; version: number };
  now: Date;
};

function changesOf({ proposalId, contributionId, proposal, target, now }: ChangesInput) {
  const agreement = proposal.kind === 'update' ? target(proposal.agreement) : undefined;
  const baseVersion = proposal.kind === 'update' ? (proposal.baseVersion ?? agreement?.version ?? 0) : 0;
  return proposal.changes.map(({ cell, value, note, source }) => ({
    id: randomUUID(),
    proposal_id: proposalId,
    contribution_id: contributionId,
    agreement_id: agreement?.id,
    key: cell,
    criterion_key: isFactField(cell) ? undefined : cell,
    base_version: baseVersion,
    value,
    note,
    source,
    status_at: now,
  }));
}

/** What the desk's search looks through: the contributor's words on the subject, nothing about the person. */
export function wordsOf({ answers, projects, proposals, signatories }: Submission): string {
  const parts = [
    ...Object.values(answers),
    ...projects.flatMap(({ title, description }) => [title, description]),
    ...signatories.map(({ name }) => name),
    ...proposals.flatMap(({ comment, changes }) => [
      comment,
      ...changes.flatMap(({ value, note }) => [typeof value === 'string' ? value : '', note]),
    ]),
  ];
  // A tsvector holds at most 1 MB; the search needs no more than this.
  return cutText(parts.filter(Boolean).join('\n'), 200_000);
}

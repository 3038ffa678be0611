import { randomUUID } from 'node:crypto';
import { isFactField } from '@/lib/agreements/schema';
import type { ProposalInput, Submission } from './schema';

export type Targets = Map<string, { id: string; version: number }>;

/** A parsed submission as rows of its revision. `agreements` holds every slug the submission names. */
export function rowsOf(contributionId: string, submission: Submission, agreements: Targets, now: Date) {
  const revisionId = randomUUID();
  const target = (slug: string) => {
    const found = agreements.get(slug);
    if (!found) throw new Error(`agreement ${slug} was not resolved before`);
    return found;
  };
  const projects = submission.projects.map((project, position) => ({ id: randomUUID(), position, project }));
  const proposals = submission.proposals.map((proposal, position) => ({ id: randomUUID(), position, proposal }));
  return {
    revision: { id: revisionId, contributionId, number: 1, submittedAt: now },
    answers: Object.entries(submission.answers).flatMap(([questionKey, text]) => (text === undefined ? [] : [{ revisionId, questionKey, text }])),
    signatures: submission.signatories.map(({ agreement, name, note }, position) => ({
      revisionId,
      position,
      agreementId: agreement === undefined ? null : target(agreement).id,
      name: name ?? null,
      note: note ?? null,
    })),
    projects: projects.map(({ id, position, project: { title, description, link } }) => ({ id, revisionId, position, title, description, link: link ?? null })),
    projectAgreements: projects.flatMap(({ id, project }) => project.agreements.map((slug) => ({ projectId: id, agreementId: target(slug).id }))),
    projectCriteria: projects.flatMap(({ id, project }) => project.criteria.map((criterionKey) => ({ projectId: id, criterionKey }))),
    proposals: proposals.map(({ id, position, proposal }) => ({
      id,
      contributionId,
      revisionId,
      position,
      kind: proposal.kind,
      agreementId: proposal.kind === 'update' ? target(proposal.agreement).id : null,
      comment: proposal.comment ?? null,
    })),
    changes: proposals.flatMap(({ id, proposal }) => changesOf({ proposalId: id, contributionId, proposal, target, now })),
    words: wordsOf(submission),
  };
}

type ChangesInput = { proposalId: string; contributionId: string; proposal: ProposalInput; target: (slug: string) => { id: string; version: number }; now: Date };

function changesOf({ proposalId, contributionId, proposal, target, now }: ChangesInput) {
  const agreement = proposal.kind === 'update' ? target(proposal.agreement) : null;
  const baseVersion = proposal.kind === 'update' ? (proposal.baseVersion ?? agreement?.version ?? 0) : 0;
  return proposal.changes.map(({ cell, value, note, source }) => ({
    id: randomUUID(),
    proposal_id: proposalId,
    contribution_id: contributionId,
    agreement_id: agreement?.id ?? null,
    key: cell,
    criterion_key: isFactField(cell) ? null : cell,
    base_version: baseVersion,
    value,
    note: note ?? null,
    source: source ?? null,
    status_at: now,
  }));
}

/** What the desk's search looks through: the contributor's words on the subject, nothing about the person. */
function wordsOf({ answers, projects, proposals, signatories }: Submission): string {
  const parts = [
    ...Object.values(answers),
    ...projects.flatMap(({ title, description }) => [title, description]),
    ...signatories.map(({ name }) => name),
    ...proposals.flatMap(({ comment, changes }) => [comment, ...changes.flatMap(({ value, note }) => [typeof value === 'string' ? value : '', note])]),
  ];
  // A tsvector holds at most 1 MB; the search needs no more than this.
  return parts.filter(Boolean).join('\n').slice(0, 200_000);
}

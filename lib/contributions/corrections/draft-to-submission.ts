import { assemble } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import type { SentBody, SentBodyProposal } from './prefill';

/**
 * What an open correction will say, to be compared with what was sent: as typed, valid or not, without outer space and empty
 * fields. Cells that were decided stay part of it, since their decision stands.
 */
export function typedBody(parts: readonly DraftPart[], sent: SentBody): SentBody {
  const { answers, signatories, projects, proposals } = tidy(assemble(parts)) as Partial<SentBody>; // the shape that `assemble` gives
  const typed = (proposals ?? []).map((proposal) => ({ ...proposal, changes: proposal.changes ?? [] }));
  return {
    answers: answers ?? {},
    signatories: signatories ?? [],
    projects: (projects ?? []).map((project) => ({
      ...project,
      title: project.title ?? '',
      description: project.description ?? '',
      agreements: project.agreements ?? [],
      criteria: project.criteria ?? [],
    })),
    proposals: withDecided(typed, sent.proposals),
  };
}

function withDecided(typed: SentBodyProposal[], sent: SentBodyProposal[]): SentBodyProposal[] {
  const standing = typed.map((proposal) => ({ ...proposal, changes: [...proposal.changes] }));
  for (const proposal of sent) {
    const home = standing.find(
      (one) => one.kind === proposal.kind && one.agreement === proposal.agreement && nameOf(one) === nameOf(proposal),
    );
    const decided = proposal.changes.filter(
      ({ cell, decided: stands }) => stands && !home?.changes.some((change) => change.cell === cell),
    );
    if (decided.length === 0) continue;
    if (home) home.changes.push(...decided);
    else standing.push({ ...proposal, changes: decided });
  }
  return standing;
}

/** A new agreement is told by the name proposed for it. */
const nameOf = ({ kind, changes }: SentBodyProposal) =>
  kind === 'new' ? changes.find(({ cell }) => cell === 'name')?.value : undefined;

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim() || undefined;
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (tidy(part) === undefined ? [] : [[key, tidy(part)]])),
  );
}

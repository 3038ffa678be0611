import { assemble } from '@/lib/contributions/drafts/assembly';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import type { Body } from '@/lib/questions/body';
import type { SentProposal } from '@/lib/questions/proposal-changes';

/**
 * The content that an open correction would send, for the comparison with what was sent: as typed, valid or not,
 * without outer space. Decided cells stay part of it, because their decision is still valid.
 */
export function typedBody(parts: readonly DraftPart[], sent: Body): Body {
  const typed = trimmed(assemble(parts)) as Body; // the shape that `assemble` gives, all of it texts of the form
  return { ...typed, proposals: withDecided(typed.proposals, sent.proposals) };
}

function withDecided(typed: readonly SentProposal[], sent: readonly SentProposal[]): readonly SentProposal[] {
  const current = typed.map((proposal) => ({ ...proposal, changes: [...proposal.changes] }));
  for (const proposal of sent) {
    const home = current.find(
      (one) => one.kind === proposal.kind && one.agreement === proposal.agreement && nameOf(one) === nameOf(proposal),
    );
    const decided = proposal.changes.filter(
      ({ cell, decided: stands }) => stands && !home?.changes.some((change) => change.cell === cell),
    );
    if (decided.length === 0) continue;
    if (home) home.changes.push(...decided);
    else current.push({ ...proposal, changes: decided });
  }
  return current;
}

/** A new agreement is identified by its proposed name. */
const nameOf = ({ kind, changes }: SentProposal) =>
  kind === 'new' ? changes.find(({ cell }) => cell === 'name')?.value : undefined;

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed(part)]));
}

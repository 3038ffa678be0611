import type { ReviewChange, ReviewProposal } from '@/lib/review/review-page/proposals';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';

/**
 * The data that a program needs to decide on a contribution, and no more: no contact details, and no correspondence
 * between editors and contributor. Anonymous contributors stay anonymous.
 */
export function asDecidable({
  reference,
  call,
  status,
  currentRevision,
  submittedAt,
  anonymous,
  publicName,
  publicAffiliation,
  publicCountry,
  mayDecide,
  proposals,
}: ReviewContribution) {
  return {
    reference,
    call,
    status,
    revision: currentRevision,
    submittedAt,
    who: anonymous ? null : { name: publicName, affiliation: publicAffiliation, country: publicCountry },
    /**
     * Whether the token's owner may decide on it: not on their own organisation's contribution, nor after recusing
     * themselves.
     */
    mayDecide,
    proposals: proposals.map(asProposal),
  };
}

const asProposal = ({ id, kind, comment, agreement, changes }: ReviewProposal) => ({
  id,
  kind,
  agreement: agreement?.slug ?? null,
  comment,
  cells: changes.map(asCell),
});

function asCell({
  id,
  key,
  status,
  state,
  currentVersion,
  base,
  current,
  proposed,
  rivals,
  rivalsTotal,
  decision,
}: ReviewChange) {
  return {
    /** A decision names these as `change` and `seen`. */
    change: id,
    seen: currentVersion,
    cell: key,
    status,
    /** How base, current and proposed values relate, while it is undecided. */
    state,
    base,
    current,
    proposed,
    rivals: { total: rivalsTotal, references: rivals.map((rival) => rival.reference) },
    decision: decision && {
      outcome: decision.outcome,
      value: decision.value,
      reason: decision.reason,
      at: decision.at,
      winner: decision.winner,
    },
  };
}

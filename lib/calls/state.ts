export type CallState = 'upcoming' | 'open' | 'late' | 'closed';

/**
 * The state of a call at a moment, computed from its times. A call that takes late contributions is never `closed`; one
 * without a closing, the standing call, stays `open`.
 */
export function callState(
  call: { opensAt: Date | null; closesAt: Date | null; acceptsLate: boolean },
  now: Date,
): CallState {
  if (call.opensAt !== null && now < call.opensAt) return 'upcoming';
  if (call.closesAt === null || now <= call.closesAt) return 'open';
  return call.acceptsLate ? 'late' : 'closed';
}

export const acceptsContributions = (state: CallState) => state === 'open' || state === 'late';

/** What readers learn about a change of a public call. */
export type CallNoticeKind = 'extended' | 'closed' | 'reopened' | 'hidden' | 'shown';

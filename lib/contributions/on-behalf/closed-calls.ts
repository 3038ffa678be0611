import { clockIn } from '@/lib/calls/local-time';
import type { CallState } from '@/lib/calls/state';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

type StatedCall = { id: string; state: CallState };

/**
 * The state of a call for what editors enter on behalf. One that has closed for good takes it as a late one, because it
 * may have reached the editors before; until a report of the call is published, which would not have it.
 */
export async function stateForEntries({ id, state }: StatedCall, tx: Tx = db): Promise<CallState> {
  if (state !== 'closed') return state;
  return (await tx.reportEdition.count({ where: { callId: id } })) === 0 ? 'late' : 'closed';
}

type ReceivedEntry = {
  /** Midnight in UTC of the day. */ receivedOn: Date;
  call: { closesAt: Date | null; timeZone: string };
};

/** Whether it reached the editors on a day after that of the deadline, which is a day in the call's time zone. */
export const isReceivedLate = ({ receivedOn, call: { closesAt, timeZone } }: ReceivedEntry): boolean =>
  closesAt !== null && receivedOn.toISOString().slice(0, 10) > clockIn(timeZone, closesAt).day;

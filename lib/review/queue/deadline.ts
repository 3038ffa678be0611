import { PROMISED_DAYS, workingDaysBetween } from '@/lib/contributions/promise';

const DAY = 86_400_000;

/** What came before this moment (the beginning of a day, UTC) waits longer than promised. */
export function onTimeSince(now: Date): Date {
  let day = new Date(Math.floor(now.getTime() / DAY) * DAY);
  while (workingDaysBetween(new Date(day.getTime() - DAY), now) <= PROMISED_DAYS) day = new Date(day.getTime() - DAY);
  return day;
}

/**
 * Whether a contribution waits for an editor longer than promised: since it was sent, or sent again with what editors
 * had asked for. What waits for its contributor is not late.
 */
export const isLate = ({ status, changedAt }: { status: string; changedAt: string }, now = new Date()) =>
  status === 'submitted' && new Date(changedAt) < onTimeSince(now);

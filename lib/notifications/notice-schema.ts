import { z } from 'zod';

/** The kinds of notices to editors. */
export const NOTICE_KINDS = [
  'assigned',
  /** Another editor has taken over the contribution. */
  'taken_over',
  'mentioned',
  /** The contributor wrote. */
  'replied',
  /** The contributor sent a further version. */
  'corrected',
  'withdrawn',
  /** The contributor confirmed what the editor entered on their behalf. */
  'entry_confirmed',
  /** Another editor has taken over what the editor had begun to enter on behalf. */
  'entry_taken_over',
  /** A command waits for a second editor. */
  'approval_asked',
  'approval_granted',
  'approval_refused',
  /** What the editor had scheduled was not published at its time; the notice says why. */
  'publication_refused',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The page at the desk on which an editor sees to a notice. A draft on behalf has no reference yet. */
export function noticePath(kind: string, reference: string | null | undefined): string {
  if (kind !== 'approval_asked' && reference) return `/desk/contributions/${reference}`;
  return kind === 'entry_taken_over' ? '/desk/contributions/new' : '/desk/approvals';
}

/** How an editor gets mail about notices: each at once, one digest a day, or none. The desk shows them in any case. */
const NOTIFY_BY = ['instant', 'daily', 'none'] as const;
export type NotifyBy = (typeof NOTIFY_BY)[number];

export const notifyInput = z.object({ notify: z.enum(NOTIFY_BY, { error: 'unknown_choice' }), summary: z.boolean() });

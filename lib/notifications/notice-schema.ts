import { z } from 'zod';

/** What an editor can be told of. */
export const NOTICE_KINDS = [
  'assigned',
  /** Somebody else looks after it now. */
  'taken_over',
  'mentioned',
  /** The contributor wrote. */
  'replied',
  /** The contributor sent a further version. */
  'corrected',
  'withdrawn',
  /** A command waits for a second editor. */
  'approval_asked',
  'approval_granted',
  'approval_refused',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How an editor hears by mail: of each thing at once, of a day's things together, or not at all; the desk shows them in any case. */
export const NOTIFY_BY = ['instant', 'daily', 'none'] as const;
export type NotifyBy = (typeof NOTIFY_BY)[number];

export const notifyInput = z.object({ notify: z.enum(NOTIFY_BY, { error: 'unknown_choice' }) });

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

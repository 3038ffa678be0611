/** What each task is given. A payload names rows and holds nothing of them: the row is read when the job runs. */
export type TaskPayloads = {
  'send-mail': { mailId: string };
  'clean-up': Record<string, never>;
  'check-bulk-entry': { entryId: string };
  'send-digests': Record<string, never>;
};

export type TaskName = keyof TaskPayloads;

/** Graphile waits e^attempt seconds between attempts: ten of them span a mail server's bad afternoon, about three and a half hours. */
export const DEFAULT_MAX_ATTEMPTS = 10;

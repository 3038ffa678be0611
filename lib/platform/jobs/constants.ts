/** The payload of each task. It holds ids of rows only: the job reads the row when it runs. */
export type TaskPayloads = {
  'send-mail': { mailId: string };
  'clean-up': Record<string, never>;
  'check-bulk-entry': { entryId: string };
  'participant-table': { tableId: string };
  'send-digests': Record<string, never>;
  'remind-before-closing': Record<string, never>;
  'publish-scheduled': { contributionId: string };
  'apply-retention': Record<string, never>;
};

export type TaskName = keyof TaskPayloads;

/**
 * Graphile waits e^attempt seconds between attempts: ten attempts take about three and a half hours, so a mail survives
 * an outage of the mail server.
 */
export const DEFAULT_MAX_ATTEMPTS = 10;

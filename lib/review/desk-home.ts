import type { QueueReader } from './queue/filter-sql';
import { countQueue, countReady, listQueue } from './queue/queue';
import type { QueueCount, QueueRow } from './queue/queue';
import { MINE, QUEUE_STATUSES, READY, readFilter, UNASSIGNED } from './queue/schema';
import type { FilterParts } from './queue/schema';
import { lastVisit } from './desk-visits';

/** What the home counts, by the filters of the queue that list exactly these contributions. */
export const HOME_FILTERS = {
  mine: { assignee: MINE },
  replies: { assignee: MINE, unanswered: '1', status: 'all' },
  unassigned: { assignee: UNASSIGNED },
  ready: { status: READY },
  scheduled: { scheduled: '1', status: 'all' },
  late: { late: '1' },
  unanswered: { unanswered: '1', status: 'all' },
  conflict: { conflict: '1' },
  changed: { changed: '1', status: 'all', sort: 'changed' },
} as const satisfies Record<string, FilterParts>;
export type HomeName = keyof typeof HOME_FILTERS;

export type DeskHome = {
  counts: Record<HomeName, QueueCount>;
  /** The end of the editor's visit before this one; null on the first. */
  since: Date | null;
  /** What changed since then, the newest first, some of it. */
  changed: QueueRow[];
};

const SHOWN = 8;
const NAMES = Object.keys(HOME_FILTERS) as HomeName[]; // of its own keys

/** What waits for an editor and for all of them, and what changed since the editor's last visit. */
export async function readHome(userId: string, reader: QueueReader = {}): Promise<DeskHome> {
  const [since, changed, ...counts] = await Promise.all([
    lastVisit(userId),
    listQueue({ ...readFilter(HOME_FILTERS.changed).filter, limit: SHOWN }, userId, reader),
    ...NAMES.map((name) => countOf(HOME_FILTERS[name], userId, reader)),
  ]);
  const named = Object.fromEntries(NAMES.map((name, at) => [name, counts[at]]));
  return { since, changed: changed.rows, counts: named as DeskHome['counts'] }; // one of each name
}

/** How many contributions the queue has under these filters, counted up to 250 of each status. */
async function countOf(parts: FilterParts, userId: string, reader: QueueReader): Promise<QueueCount> {
  const { filter } = readFilter(parts);
  const { status, ready, ...rest } = filter;
  if (ready) return countReady(rest, userId, reader);
  const counts = await countQueue(rest, userId, reader);
  if (status) return counts[status];
  return {
    count: QUEUE_STATUSES.reduce((sum, one) => sum + counts[one].count, 0),
    more: QUEUE_STATUSES.some((one) => counts[one].more),
  };
}

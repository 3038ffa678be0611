import { READY, readFilter, WAITING, QUEUE_STATUSES } from '@/lib/review/queue/schema';
import type { FilterParts, ReadFilter } from '@/lib/review/queue/schema';
import type { QueueStatus } from '@/lib/review/queue/schema';
import type { DeskCounts, QueueCount } from '@/lib/review/queue/queue';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { READY_WORD } from '@/app/desk/words/queue';
import type { Tab } from '@/app/desk/parts/tabs';

/** The queue's filters in the address. Without a status the desk shows the waiting contributions; `all` shows all. */
export type QueueAddress = ReadFilter;

export const readQueueAddress = (search: Record<string, string | string[] | undefined>): QueueAddress =>
  readFilter(search);

/** The address of the same view with some parts changed. Another filter begins at the first page. */
export function queueAddress({ parts }: Pick<QueueAddress, 'parts'>, change: FilterParts): string {
  const query = queueQuery({ parts: { ...parts, after: undefined, ...change } });
  return query === '' ? '/desk' : `/desk?${query}`;
}

/** The same page of the same view: the link back to the queue. */
export const samePage = ({ parts }: Pick<QueueAddress, 'parts'>) => queueAddress({ parts }, { after: parts.after });

/**
 * A contribution's address at the desk. It carries the queue's view as `from`, so that the filters survive a decision.
 */
export function contributionAddress(reference: string, address: Pick<QueueAddress, 'parts'>): string {
  const from = queueQuery(address);
  return `/desk/contributions/${reference}${from === '' ? '' : `?${new URLSearchParams({ from })}`}`;
}

/** Parses `from`. Anything else than filters of the queue is ignored. */
export function readFrom(from: string | string[] | undefined): QueueAddress {
  return readQueueAddress(
    typeof from === 'string' ? Object.fromEntries(new URLSearchParams(from.slice(0, 2_000))) : {},
  );
}

function queueQuery({ parts }: Pick<QueueAddress, 'parts'>): string {
  return new URLSearchParams(
    Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined),
  ).toString();
}

export function queueTabs(address: QueueAddress, counts: DeskCounts): Tab[] {
  const tab = (status: QueueStatus): Tab => ({
    href: queueAddress(address, { status: status === WAITING ? undefined : status }),
    label: CONTRIBUTION_STATUS_WORDS[status].word,
    count: countInWords(counts[status]),
    current: address.filter.status === status && !address.filter.ready,
  });
  const ready: Tab = {
    href: queueAddress(address, { status: READY }),
    label: READY_WORD,
    count: countInWords(counts.ready),
    current: address.filter.ready === true,
  };
  const all = {
    href: queueAddress(address, { status: 'all' }),
    label: 'All',
    current: address.filter.status === undefined,
  };
  const [waiting, ...others] = QUEUE_STATUSES.map(tab);
  return [...(waiting ? [waiting] : []), ready, ...others, all];
}

export const countInWords = ({ count, more }: QueueCount) => `${count.toLocaleString('en')}${more ? '+' : ''}`;

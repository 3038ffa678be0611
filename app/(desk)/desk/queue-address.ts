import { QUEUE_STATUSES, queueFilter } from '@/lib/review/queue/schema';
import type { QueueFilter, QueueStatus } from '@/lib/review/queue/schema';
import type { QueueCount } from '@/lib/review/queue/queries';
import { STATUS_WORDS } from './_parts/words';
import type { Tab } from './_parts/tabs';

/** The queue's filters as they stand in the address. Without a status the desk shows what waits; `all` shows everything. */
type Parts = { status?: string; call?: string; q?: string; after?: string };
export type QueueAddress = { parts: Parts; filter: QueueFilter; /** A filter that does not exist was left out. */ faulty: boolean };

const WAITING: QueueStatus = 'submitted';

export function readQueueAddress(search: Record<string, string | string[] | undefined>): QueueAddress {
  const given = Object.entries(search).filter(([name, value]) => ['status', 'call', 'q', 'after'].includes(name) && typeof value === 'string' && value !== '');
  const parts: Parts = Object.fromEntries(given);
  const { status = WAITING, ...rest } = parts;
  const parsed = queueFilter.safeParse({ ...rest, ...(status !== 'all' && { status }) });
  return parsed.success ? { parts, filter: parsed.data, faulty: false } : { parts: {}, filter: { status: WAITING }, faulty: true };
}

/** The address of the same view with some parts changed. Another filter begins at the newest again. */
export function queueAddress({ parts }: Pick<QueueAddress, 'parts'>, change: Parts): string {
  const wanted = { ...parts, after: undefined, ...change };
  const query = new URLSearchParams(Object.entries(wanted).filter((part): part is [string, string] => part[1] !== undefined));
  return query.size > 0 ? `/desk?${query}` : '/desk';
}

export function queueTabs(address: QueueAddress, counts: Record<QueueStatus, QueueCount>): Tab[] {
  const tab = (status: QueueStatus): Tab => ({
    href: queueAddress(address, { status: status === WAITING ? undefined : status }),
    label: STATUS_WORDS[status].word,
    count: countInWords(counts[status]),
    current: address.filter.status === status,
  });
  const all = { href: queueAddress(address, { status: 'all' }), label: 'All', current: address.filter.status === undefined };
  return [...QUEUE_STATUSES.map(tab), all];
}

const countInWords = ({ count, more }: QueueCount) => `${count.toLocaleString('en')}${more ? '+' : ''}`;

import Link from 'next/link';
import { queueAddress, readQueueAddress } from '@/app/(desk)/desk/queue-address';
import { nextInQueue } from '@/lib/review/queue/next/queries';

type QueueWayProps = {
  /** The queue's own query, as the link that led here carried it. Whatever else stands there is read as no filter at all. */
  from: string | undefined;
  reference: string;
  userId: string;
};

/** Back to the queue as it was filtered there, and on to the contribution that follows under the same filters. */
export async function QueueWay({ from, reference, userId }: QueueWayProps) {
  const address = readQueueAddress(Object.fromEntries(new URLSearchParams(from ?? '')));
  const next = await nextInQueue(address.filter, reference, userId);
  // Only what the queue itself can read goes into links: an address that somebody else wrote leads nowhere else.
  const query = new URLSearchParams(queueAddress(address, { after: address.parts.after }).split('?')[1] ?? '').toString();
  return (
    <nav aria-label="Queue" className="no-print mb-5 flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
      <Link href={query ? `/desk?${query}` : '/desk'} className="link" data-command="queue">
        Back to the queue
      </Link>
      {next ? (
        <Link href={`/desk/contributions/${next}${query ? `?${new URLSearchParams({ from: query })}` : ''}`} className="link" data-command="onwards">
          Next: {next}
        </Link>
      ) : (
        <span className="text-muted">The last one under these filters</span>
      )}
    </nav>
  );
}

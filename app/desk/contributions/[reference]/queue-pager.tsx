import { Link } from '@/app/ui/link';
import { contributionAddress, readFrom, samePage } from '@/app/desk/queue-address';
import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { nextInQueue } from '@/lib/review/queue/queue';

/** Links back to the filtered queue, and to the next contribution under the same filters. */
export async function QueuePager({
  from,
  reference,
  editor,
}: {
  from: string | undefined;
  reference: string;
  editor: Editor;
}) {
  const address = readFrom(from);
  const next = await nextInQueue(address.filter, reference, editor.userId, {
    seesContacts: can(editor, 'contact.read'),
  });
  return (
    <nav aria-label="Queue" className="no-print -mt-4 mb-1 flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
      <Link href={samePage(address)} className="link min-h-8 content-center" id="back-to-queue">
        Back to the queue
      </Link>
      {next ? (
        <Link href={contributionAddress(next, address)} className="link min-h-8 content-center" id="next-in-queue">
          Next: {next}
        </Link>
      ) : (
        <span className="text-muted">The last one under these filters</span>
      )}
    </nav>
  );
}

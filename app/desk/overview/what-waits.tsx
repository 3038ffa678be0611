import { Link } from '@/app/ui/link';
import { countInWords, queueAddress } from '@/app/desk/queue-address';
import type { DeskCounts } from '@/lib/review/desk-counts';
import { HOME_FILTERS } from '@/lib/review/desk-home';
import type { DeskHome, HomeName } from '@/lib/review/desk-home';
import type { QueueCount } from '@/lib/review/queue/queue';

type Line = { words: string; href: string; count: QueueCount };

type WhatWaitsProps = { home: DeskHome; counts: DeskCounts; readsMail: boolean };

/** What waits for this editor, for any editor, and in the outbox. What has no row is not listed. */
export function WhatWaits({ home, counts, readsMail }: WhatWaitsProps) {
  const queued = (name: HomeName, words: string): Line => ({
    words,
    href: queueAddress({ parts: {} }, HOME_FILTERS[name]),
    count: home.counts[name],
  });
  const other = (words: string, href: string, count: number): Line => ({ words, href, count: { count, more: false } });
  return (
    <div className="grid gap-x-14 gap-y-8 md:grid-cols-3">
      <Lines
        id="for-you"
        title="Waits for you"
        none="Nothing waits for you."
        lines={[
          queued('mine', 'Assigned to you'),
          queued('replies', 'Replies on what is yours'),
          other('Notices you have not read, mentions among them', '/desk/you', counts.unread),
        ]}
      />
      <Lines
        id="for-an-editor"
        title="Waits for an editor"
        none="No contribution waits for an editor."
        lines={[
          queued('unassigned', 'Not assigned to an editor'),
          other('Approvals that are asked for', '/desk/approvals', counts.approvals),
          queued('ready', 'Ready to publish'),
          queued('scheduled', 'Scheduled to be published'),
          queued('late', 'Later than promised'),
          queued('unanswered', 'Messages that are not answered'),
          queued('conflict', 'In conflict with the dataset'),
        ]}
      />
      {readsMail && (
        <Lines
          id="outbox"
          title="Mail"
          none="No mail waits, and none has failed."
          lines={[
            other('To read before they leave', '/desk/mail', counts.drafts),
            other('Could not be delivered', '/desk/mail?status=failed', counts.failedMails),
          ]}
        />
      )}
    </div>
  );
}

function Lines({ id, title, none, lines }: { id: string; title: string; none: string; lines: readonly Line[] }) {
  const present = lines.filter(({ count }) => count.count > 0);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {present.length === 0 ? (
        <p className="mt-2 text-muted">{none}</p>
      ) : (
        <ul className="mt-2 border-t border-rule">
          {present.map(({ words, href, count }) => (
            <li key={href} className="flex items-baseline gap-3 border-b border-rule py-1.5">
              <span className="min-w-10 text-end font-semibold tabular-nums">{countInWords(count)}</span>
              <Link href={href} className="link">
                {words}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

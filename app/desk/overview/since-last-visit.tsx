import { Link } from '@/app/ui/link';
import { Moment } from '@/app/ui/moment';
import { countInWords, queueAddress } from '@/app/desk/queue-address';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { HOME_FILTERS } from '@/lib/review/desk-home';
import type { DeskHome } from '@/lib/review/desk-home';
import { contributorInWords } from '@/app/desk/words/queue';

/** The contributions that were sent, moved, written about or decided on by others since the editor's last visit. */
export function SinceLastVisit({ home: { since, changed, counts } }: { home: DeskHome }) {
  if (since === null) return null;
  return (
    <section aria-labelledby="since" className="mt-10">
      <h2 id="since" className="text-xl">
        Since your last visit
      </h2>
      <p className="text-sm text-muted">
        It ended <Moment value={since.toISOString()} locale="en" />
      </p>
      {changed.length === 0 ? (
        <p className="mt-2">No contribution has changed since then.</p>
      ) : (
        <>
          <ul className="mt-2 border-t border-rule">
            {changed.map((row) => (
              <li key={row.reference} className="flex flex-wrap gap-x-4 border-b border-rule py-1.5">
                <Link href={`/desk/contributions/${row.reference}`} className="link whitespace-nowrap">
                  {row.reference}
                </Link>
                <span dir="auto">{contributorInWords(row)}</span>
                <span className="text-muted">
                  {CONTRIBUTION_STATUS_WORDS[row.status].word}
                  {row.replied && ', new message'}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-2">
            <Link href={queueAddress({ parts: {} }, HOME_FILTERS.changed)} className="link">
              All that changed: {countInWords(counts.changed)}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

import { Link } from '@/app/ui/link';
import type { DeskCall } from '@/lib/calls/desk-calls';
import { sayCount } from '@/lib/platform/text/say-count';

const DAY = 86_400_000;

/** The public calls to which contributions can be sent, with the days that are left. */
export function OpenCalls({ calls, manages }: { calls: readonly DeskCall[]; manages: boolean }) {
  const open = calls.filter(({ published, state }) => published && (state === 'open' || state === 'late'));
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-calls" className="mt-10">
      <h2 id="open-calls" className="text-xl">
        Calls
      </h2>
      <ul className="mt-2 border-t border-rule">
        {open.map((call) => (
          <li key={call.slug} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-1.5">
            {manages ? (
              <Link href={`/desk/calls/${call.slug}`} className="link" dir="auto">
                {call.title}
              </Link>
            ) : (
              <span dir="auto">{call.title}</span>
            )}
            <span className="font-semibold">{daysLeft(call)}</span>
            <Link href={`/desk?${new URLSearchParams({ call: call.slug, status: 'all' })}`} className="link">
              {sayCount(call.counts.submitted, 'contribution')} sent
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function daysLeft({ state, closesAt }: DeskCall, now = new Date()): string {
  if (closesAt === null) return 'open all year';
  if (state === 'late') return 'closed, late ones are taken';
  return `${sayCount(Math.max(0, Math.floor((closesAt.getTime() - now.getTime()) / DAY)), 'day')} left`;
}

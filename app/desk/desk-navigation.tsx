'use client';

import { Link } from '@/app/ui/link';
import { usePathname } from 'next/navigation';
import { can } from '@/lib/accounts/policy';
import type { Action, Actor } from '@/lib/accounts/policy';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { DeskCounts } from '@/lib/review/desk-counts';
import { useDeskCounts } from './use-desk-counts';

type Entry = {
  href: string;
  label: string;
  /** Whether an address belongs to it: the queue's contributions belong to the queue. */
  holds: (path: string) => boolean;
  /** Only for those who may do this. */
  needs?: Action;
  /** How many rows its page has that wait, and for what. */
  count?: (counts: DeskCounts) => { count: number; more?: boolean; words: string };
};

const ENTRIES: Entry[] = [
  { href: '/desk/overview', label: 'Home', holds: (path) => /^\/desk\/(overview|statistics)/.test(path) },
  {
    href: '/desk',
    label: 'Queue',
    holds: (path) => path === '/desk' || /^\/desk\/(contributions|views)/.test(path),
    count: ({ waiting }) => ({ ...waiting, words: 'waiting' }),
  },
  {
    href: '/desk/agreements',
    label: 'Agreements',
    holds: (path) => /^\/desk\/(agreements|bulk|criteria|participants|sources)/.test(path),
  },
  {
    href: '/desk/calls',
    label: 'Calls',
    holds: (path) => path.startsWith('/desk/calls'),
    needs: 'call.manage',
  },
  { href: '/desk/releases', label: 'Releases', holds: (path) => path.startsWith('/desk/releases') },
  {
    href: '/desk/approvals',
    label: 'Approvals',
    holds: (path) => path.startsWith('/desk/approvals'),
    count: ({ approvals }) => ({ count: approvals, words: 'waiting' }),
  },
  {
    href: '/desk/mail',
    label: 'Mail',
    holds: (path) => path.startsWith('/desk/mail'),
    needs: 'mail.read',
    count: ({ drafts }) => ({ count: drafts, words: 'to read' }),
  },
  { href: '/desk/people', label: 'People', holds: (path) => path.startsWith('/desk/people') },
  {
    href: '/desk/settings',
    label: 'Settings',
    holds: (path) => path.startsWith('/desk/settings'),
    needs: 'settings.manage',
  },
  { href: '/desk/audit', label: 'Audit', holds: (path) => path.startsWith('/desk/audit') },
  {
    href: '/desk/you',
    label: 'You',
    holds: (path) => /^\/desk\/(you|tokens)/.test(path),
    count: ({ unread }) => ({ count: unread, words: 'unread' }),
  },
];

type DeskNavigationProps = {
  role: Actor['role'];
  /** As they were when the page was rendered. */
  counts: DeskCounts;
};

const LINK =
  'inline-flex min-h-10 items-center border-b-2 border-transparent text-sm hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent';

/** The desk's pages, with what waits on each. The counts are renewed while the page stays open. */
export function DeskNavigation({ role, counts: rendered }: DeskNavigationProps) {
  const path = usePathname();
  const counts = useDeskCounts(rendered);
  return (
    <nav aria-label="Main" className="no-print order-last w-full lg:order-none lg:w-auto">
      <ul className="flex flex-wrap gap-x-4">
        {ENTRIES.filter(({ needs }) => needs === undefined || can({ role }, needs)).map((entry) => (
          <li key={entry.href} className="flex">
            <Link
              href={entry.href}
              aria-current={path === entry.href ? 'page' : entry.holds(path) ? 'true' : undefined}
              className={LINK}
            >
              {entry.label}
              {entry.count && <Count {...entry.count(counts)} />}
            </Link>
            {entry.href === '/desk/mail' && counts.failedMails > 0 && (
              <Link href="/desk/mail?status=failed" className={LINK}>
                <span className="sr-only">Mail </span>
                <Count count={counts.failedMails} words="failed" alarming />
              </Link>
            )}
          </li>
        ))}
        <li>
          {/* A full page load: the public pages have their own root layout. */}
          <a href={pathsIn('en').home} className={LINK}>
            Public site
          </a>
        </li>
      </ul>
    </nav>
  );
}

type CountProps = { count: number; more?: boolean; words: string; alarming?: boolean };

function Count({ count, more = false, words, alarming = false }: CountProps) {
  if (count === 0) return null;
  const look = alarming ? 'bg-danger-wash font-semibold text-danger' : 'bg-wash text-muted';
  return (
    <span className={`ms-1.5 rounded-sm px-1.5 text-xs tabular-nums ${look}`}>
      {count.toLocaleString('en')}
      {more && '+'}
      <span className="sr-only"> {words}</span>
    </span>
  );
}

'use client';

import { Link } from '@/app/ui/link';
import { usePathname } from 'next/navigation';
import { can } from '@/lib/accounts/policy';
import type { Action, Actor } from '@/lib/accounts/policy';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Entry = {
  href: string;
  label: string;
  /** Whether an address belongs to it: the queue's contributions belong to the queue. */
  holds: (path: string) => boolean;
  /** Only for those who may do this. */
  needs?: Action;
};

const ENTRIES: Entry[] = [
  {
    href: '/desk',
    label: 'Queue',
    holds: (path) => path === '/desk' || /^\/desk\/(contributions|views)/.test(path),
  },
  { href: '/desk/overview', label: 'Overview', holds: (path) => /^\/desk\/(overview|statistics)/.test(path) },
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
  { href: '/desk/approvals', label: 'Approvals', holds: (path) => path.startsWith('/desk/approvals') },
  { href: '/desk/mail', label: 'Mail', holds: (path) => path.startsWith('/desk/mail'), needs: 'mail.read' },
  { href: '/desk/people', label: 'People', holds: (path) => path.startsWith('/desk/people') },
  {
    href: '/desk/settings',
    label: 'Settings',
    holds: (path) => path.startsWith('/desk/settings'),
    needs: 'settings.manage',
  },
  { href: '/desk/audit', label: 'Audit', holds: (path) => path.startsWith('/desk/audit') },
  { href: '/desk/you', label: 'You', holds: (path) => /^\/desk\/(you|tokens)/.test(path) },
];

type DeskNavigationProps = {
  role: Actor['role'];
  /** How many failed mails wait for a manual retry. */
  failedMails: number;
};

export function DeskNavigation({ role, failedMails }: DeskNavigationProps) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="no-print order-last w-full lg:order-none lg:w-auto">
      <ul className="flex flex-wrap gap-x-4">
        {ENTRIES.filter(({ needs }) => needs === undefined || can({ role }, needs)).map(({ href, label, holds }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : holds(path) ? 'true' : undefined}
              className="inline-flex min-h-10 items-center border-b-2 border-transparent text-sm hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {label}
              {href === '/desk/mail' && failedMails > 0 && (
                <span className="ms-1.5 rounded-sm bg-danger-wash px-1.5 font-semibold text-danger tabular-nums">
                  {failedMails}
                  <span className="sr-only"> failed</span>
                </span>
              )}
            </Link>
          </li>
        ))}
        <li>
          {/* A full page load: the public pages have their own root layout. */}
          <a
            href={pathsIn('en').home}
            className="inline-flex min-h-10 items-center border-b-2 border-transparent text-sm hover:text-accent"
          >
            Public site
          </a>
        </li>
      </ul>
    </nav>
  );
}

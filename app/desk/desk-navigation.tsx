'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** Each entry with the prefixes of its addresses; the queue's contributions belong to the queue. */
const ENTRIES = [
  {
    href: '/desk',
    label: 'Queue',
    holds: (path: string) => path === '/desk' || /^\/desk\/(contributions|views)/.test(path),
  },
  { href: '/desk/overview', label: 'Overview', holds: (path: string) => path.startsWith('/desk/overview') },
  {
    href: '/desk/agreements',
    label: 'Agreements',
    holds: (path: string) => /^\/desk\/(agreements|bulk|criteria)/.test(path),
  },
  { href: '/desk/releases', label: 'Releases', holds: (path: string) => path.startsWith('/desk/releases') },
  { href: '/desk/approvals', label: 'Approvals', holds: (path: string) => path.startsWith('/desk/approvals') },
  { href: '/desk/mail', label: 'Mail', holds: (path: string) => path.startsWith('/desk/mail') },
  { href: '/desk/people', label: 'People', holds: (path: string) => path.startsWith('/desk/people') },
  { href: '/desk/audit', label: 'Audit', holds: (path: string) => path.startsWith('/desk/audit') },
  { href: '/desk/you', label: 'You', holds: (path: string) => /^\/desk\/(you|tokens)/.test(path) },
];

/** `failedMails`: how many failed mails wait for a manual retry. */
export function DeskNavigation({ failedMails }: { failedMails: number }) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="no-print order-last w-full lg:order-none lg:w-auto">
      <ul className="flex flex-wrap gap-x-6">
        {ENTRIES.map(({ href, label, holds }) => (
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

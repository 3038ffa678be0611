'use client';

import { usePathname } from 'next/navigation';
import { NavLink } from '@/app/ui/nav-link';
import type { Branch } from './branches';

/** The pages of the entry of the main navigation in which the reader is, as a second row; nothing where it has one page. */
export function BranchPages({ branches }: { branches: readonly Branch[] }) {
  const pathname = usePathname();
  const open = branches.find(({ pages }) =>
    pages.some(({ href }) => pathname === href || pathname.startsWith(`${href}/`)),
  );
  if (!open) return null;
  return (
    <nav aria-label={open.label} className="no-print border-t border-rule">
      <ul className="page flex flex-wrap gap-x-3 whitespace-nowrap max-sm:[&_a]:text-[0.8125rem] sm:gap-x-6 lg:justify-end lg:gap-x-8">
        {open.pages.map(({ href, label }) => (
          <li key={href}>
            <NavLink href={href}>{label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

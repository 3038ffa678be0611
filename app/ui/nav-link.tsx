'use client';

import type { ReactNode } from 'react';
import { usePathname } from 'next/navigation';

type NavLinkProps = {
  href: string;
  /** Pages that belong to it although their addresses are not below its own. */ holds?: readonly string[];
  children: ReactNode;
};

/**
 * A link of the main navigation that marks whether the reader is on its page (`page`) or on one that belongs to it
 * (`true`).
 */
export function NavLink({ href, holds = [], children }: NavLinkProps) {
  const pathname = usePathname();
  const isIn =
    pathname.startsWith(`${href}/`) || holds.some((page) => pathname === page || pathname.startsWith(`${page}/`));
  const current = pathname === href ? 'page' : isIn ? 'true' : undefined;
  return (
    <a
      href={href}
      aria-current={current}
      className="inline-flex min-h-10 items-center border-b-2 border-transparent text-sm text-ink hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
    >
      {children}
    </a>
  );
}

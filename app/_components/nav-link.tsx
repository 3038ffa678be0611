'use client';

import { usePathname } from 'next/navigation';

/** A link of the main navigation that knows whether the reader is on its page (`page`) or below it (`true`). */
export function NavLink({ href, children }: { href: string; children: string }) {
  const pathname = usePathname();
  const current = pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined;
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

import type { ReactNode } from 'react';
import { Wordmark } from './wordmark';

/** A page without the site's frame: the wordmark, a title, some words. */
export function Sheet({
  home,
  name,
  foot,
  children,
}: {
  home: { href: string; label: string };
  /** Of the site. */
  name: string;
  /** Below the content. */
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <header className="border-b border-rule">
        <div className="page py-5">
          <a href={home.href} aria-label={home.label} className="inline-block no-underline">
            <Wordmark name={name} />
          </a>
        </div>
      </header>
      <main className="page w-full grow pt-12 pb-20">{children}</main>
      {foot && (
        <footer className="border-t border-rule text-sm text-muted">
          <div className="page py-4">{foot}</div>
        </footer>
      )}
    </>
  );
}

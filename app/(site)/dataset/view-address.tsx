import type { ReactNode } from 'react';
import { origin } from '@/lib/platform/env';

/** The full address of the present view, to copy or follow. */
export function ViewAddress({ label, path }: { label: string; path: string }) {
  return (
    <p>
      {label}{' '}
      <a href={path} className="link wrap-anywhere">
        {origin()}
        {path}
      </a>
    </p>
  );
}

/** For linked words within a sentence of the catalogue. */
export function linkTo(href: string) {
  return function Words(words: ReactNode) {
    return (
      <a href={href} className="link">
        {words}
      </a>
    );
  };
}

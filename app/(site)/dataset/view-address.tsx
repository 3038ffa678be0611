import type { ReactNode } from 'react';
import { origin } from '@/lib/platform/env';

/** The whole address of what the reader is looking at, to be copied or followed. */
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

/** For words in a sentence of the catalogue that lead somewhere. */
export function linkTo(href: string) {
  return function Words(words: ReactNode) {
    return (
      <a href={href} className="link">
        {words}
      </a>
    );
  };
}

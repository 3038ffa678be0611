'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/**
 * Moves the focus once React has drawn what it goes to: asked for in the same breath as the change that makes the element, it would
 * find nothing. The element's beginning is brought into view, however long it is.
 */
export function useFocus(): (id: string) => void {
  const [wanted, setWanted] = useState({ id: '' });
  useEffect(() => {
    const element = document.getElementById(wanted.id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: isBeginningInView(element) ? 'nearest' : 'start' });
  }, [wanted]);
  return useCallback((id: string) => setWanted({ id }), []);
}

const isBeginningInView = (element: Element) => {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < window.innerHeight / 2;
};

/** What goes by itself while it holds the focus hands it on; it would fall to the body. */
export function HandsFocusOn({ to, children }: { to: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById(to)?.focus();
    };
  }, [to]);
  return <div ref={frame}>{children}</div>;
}

/** Says in the page's title that something on it has to be mended, and takes it back. */
export function useTitlePrefix(prefix: string | null): void {
  useEffect(() => {
    if (prefix === null) return;
    if (!document.title.startsWith(prefix)) document.title = `${prefix}${document.title}`;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [prefix]);
}

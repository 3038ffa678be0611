'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/**
 * Moves the focus after React has rendered the target: before that, the element does not exist yet. Scrolls to the
 * element's beginning, even if the element is long.
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

/**
 * Moves the focus on when its content disappears while it has the focus; otherwise the focus would fall to the body.
 */
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

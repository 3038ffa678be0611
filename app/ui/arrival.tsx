'use client';

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** The beginning of a page that a form redirected to: it takes the focus, which was lost with the form. */
export function Arrival({ children }: { children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className="focus:outline-none">
      {children}
    </div>
  );
}

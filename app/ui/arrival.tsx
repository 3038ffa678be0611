'use client';

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** What a page begins with that a form has led to: it takes the focus, which the form has taken with it. */
export function Arrival({ children }: { children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className="focus:outline-none">
      {children}
    </div>
  );
}

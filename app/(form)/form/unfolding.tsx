'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';

type UnfoldingProps = {
  /** Something in it needs to be seen, such as a typed text or a fault: then it unfolds. */
  needed: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A part that unfolds as soon as something in it needs to be seen, and never folds by itself: not when a fault is
 * mended, and not when the script starts after the reader has unfolded it. `data-used` says that it was unfolded once.
 */
export function Unfolding({ needed, children, ...rest }: UnfoldingProps) {
  const [open, setOpen] = useState(needed);
  const [wasNeeded, setWasNeeded] = useState(needed);
  if (needed !== wasNeeded) {
    setWasNeeded(needed);
    if (needed) setOpen(true);
  }
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  // What was unfolded before the script started is kept: React doesn't compare attributes that it is told not to.
  return (
    <details
      {...rest}
      open={open}
      data-used={used ? '' : undefined}
      suppressHydrationWarning
      ref={(element) => {
        if (element?.open && !open) setOpen(true);
      }}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {children}
    </details>
  );
}

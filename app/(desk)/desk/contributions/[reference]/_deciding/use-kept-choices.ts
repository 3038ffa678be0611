'use client';

import { startTransition, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { cellIn, forget, keepCells, keptUnder, keyOf, putBack } from './kept-choices';
import type { KeptChoices } from './kept-choices';

/** Keeps what is chosen and not recorded, and brings it back when the page is opened again. */
export function useKeptChoices(form: RefObject<HTMLFormElement | null>, userId: string, reference: string) {
  const key = keyOf(userId, reference);
  const [back, setBack] = useState<KeptChoices | null>(null);
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const kept = keptUnder(key);
    if (!kept || !form.current) return;
    for (const [change, cell] of Object.entries(kept.cells)) putBack(form.current, change, cell);
    startTransition(() => setBack(kept));
  }, [key, form]);
  return {
    /** What was brought back when the page came; null once something has been recorded. */
    back: said ? null : back,
    /** The same, cell by cell, for as long as the page is open. */
    cells: back?.cells ?? {},
    keep: (element: Element, change: string) => keepCells(key, { [change]: cellIn(element, change) }),
    /** These are recorded, or nobody wants them any more. */
    drop: (changes: readonly string[]) => {
      setSaid(true);
      keepCells(key, Object.fromEntries(changes.map((change) => [change, null])));
    },
    dropAll: () => {
      setBack(null);
      forget(key);
    },
  };
}

'use client';

import { useEffect, useState } from 'react';
import type { DeskCounts } from '@/lib/review/desk-counts';

/** How often an open page asks for the counts: they are at most a minute old. */
const COUNT_SECONDS = 45;

/** The counts that came with the page, or newer ones: asked for while the page is visible, and when it becomes so. */
export function useDeskCounts(rendered: DeskCounts): DeskCounts {
  const [heard, setHeard] = useState<DeskCounts | null>(null);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      // Without a connection, or after signing out, the page keeps what it has.
      const response = await fetch('/desk/counts').catch(() => null);
      if (response?.status === 401 || response?.status === 403) clearInterval(timer);
      if (response?.ok) setHeard((await response.json()) as DeskCounts); // our own route
    };
    const timer = setInterval(ask, COUNT_SECONDS * 1000);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
  return heard !== null && heard.readAt > rendered.readAt ? heard : rendered;
}

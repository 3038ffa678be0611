'use client';

import { useEffect, useRef, useState } from 'react';
import type { Found, FoundForUpdate } from './found-list';

export type SearchHere = (sought: string) => Promise<FoundForUpdate[]>;

const PAUSE = 300;

/**
 * Searches a moment after the last key; only the answer to the newest search counts. `failed` where the search is
 * impossible.
 */
export function useFound(search: SearchHere, first: Found | null) {
  const [sought, setSought] = useState(first?.sought ?? '');
  const [found, setFound] = useState(first);
  const [failed, setFailed] = useState(false);
  const newest = useRef(0);

  const look = async (text: string) => {
    const turn = ++newest.current;
    if (text === '') return setFound(null);
    const results = await search(text).catch(() => null);
    if (turn !== newest.current) return;
    setFailed(results === null);
    setFound(results && { sought: text, results });
  };
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });

  const begun = useRef(sought);
  useEffect(() => {
    if (sought.trim() === begun.current.trim()) return;
    const timer = setTimeout(() => {
      begun.current = sought;
      void latest.current(sought.trim());
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [sought]);

  return { sought, setSought, found, failed, lookNow: () => void look(sought.trim()) };
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { LooksLike } from './looks-like';
import { useTyped } from './step-context';

type Typed = { name: string; shortName: string; link: string; launchDate: string };
export type Compare = (typed: Typed) => Promise<LooksLike[]>;

const PAUSE = 700;

/** What the agreement being described looks like: as the page came, and anew a moment after its name, link or date was changed. */
export function useLooksLike(first: LooksLike[], compare: Compare): LooksLike[] {
  const typed = {
    name: useNow('name'),
    shortName: useNow('shortName'),
    link: useNow('link'),
    launchDate: useNow('launchDate'),
  };
  const said = JSON.stringify(typed);
  const [alike, setAlike] = useState(first);
  const compared = useRef(said);
  const latest = useRef(compare);
  useEffect(() => {
    latest.current = compare;
  });
  useEffect(() => {
    if (said === compared.current) return;
    let current = true;
    const timer = setTimeout(() => {
      // Without an answer what is shown stays: after the next save the server says it anyway.
      latest.current(JSON.parse(said) as Typed).then(
        (found) => {
          // made of it above
          if (!current) return;
          compared.current = said;
          setAlike(found);
        },
        () => {},
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [said]);
  return alike;
}

function useNow(cell: string): string {
  const name = `cells.${cell}.value`;
  const typed = useTyped(name);
  const now: unknown = useWatch({ name });
  return typeof now === 'string' ? now : typed;
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { get, useWatch } from 'react-hook-form';
import { TELLING_FIELDS, tellingTexts } from '@/lib/agreements/facts/registry';
import type { TellingField } from '@/lib/agreements/facts/registry';
import type { LikenessReason } from '@/lib/agreements/search/likeness';
import { useStepWords } from './step-context';

/** Something that a new agreement looks like; `id` is an agreement's slug, or the section of another proposal in the draft. */
export type LooksLike = {
  id: string;
  name: string;
  inDraft: boolean;
  href: string;
  /** The draft proposes an update of it already. */
  already: boolean;
  reasons: LikenessReason[];
};

type Typed = Record<TellingField, string>;
export type Compare = (typed: Typed) => Promise<LooksLike[]>;

const PAUSE = 700;

/** What the agreement being described looks like: as the page came, and anew a moment after its name, link or date was changed. */
export function useLooksLike(first: LooksLike[], compare: Compare): LooksLike[] {
  const said = JSON.stringify(useDescription());
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

const NAMES = TELLING_FIELDS.map((field) => `cells.${field}.value`);

/** What is typed in the fields that tell agreements apart; what nobody has touched is as the page came. */
function useDescription(): Typed {
  const { values } = useStepWords();
  const now: unknown[] = useWatch({ name: NAMES });
  return tellingTexts((field) => {
    const at = TELLING_FIELDS.indexOf(field);
    const text: unknown = now[at] ?? get(values, NAMES[at] ?? '');
    return typeof text === 'string' ? text : '';
  });
}

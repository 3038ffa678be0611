'use client';

import { useEffect, useRef, useState } from 'react';
import { get, useWatch } from 'react-hook-form';
import { TELLING_FIELDS, tellingTexts } from '@/lib/agreements/facts/registry';
import type { TellingField } from '@/lib/agreements/facts/registry';
import type { LikenessReason } from '@/lib/agreements/search/likeness';
import { useStepWords } from './step-context';

/**
 * An entry similar to a new agreement; `id` is an agreement's slug, or the section of another proposal in the draft.
 */
export type LooksLike = {
  id: string;
  name: string;
  inDraft: boolean;
  href: string;
  /** The draft already proposes an update of it. */
  already: boolean;
  reasons: LikenessReason[];
};

type Typed = Record<TellingField, string>;
export type Compare = (typed: Typed) => Promise<LooksLike[]>;

const PAUSE = 700;

/**
 * The entries similar to the described agreement: those the page was rendered with, then new ones a moment after its
 * name, link or date changes.
 */
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
      // If the request fails, the shown entries stay: the next save brings new ones.
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

/**
 * The values of the fields that distinguish agreements; an unchanged field has the value the page was rendered with.
 */
function useDescription(): Typed {
  const { values } = useStepWords();
  const now: unknown[] = useWatch({ name: NAMES });
  return tellingTexts((field) => {
    const at = TELLING_FIELDS.indexOf(field);
    const text: unknown = now[at] ?? get(values, NAMES[at] ?? '');
    return typeof text === 'string' ? text : '';
  });
}

'use client';

import { createContext, use } from 'react';
import type { Typed } from '@/app/_server/action-state';
import type { Fault } from './decision-form-data';
import { fieldName } from './decision-fields';
import type { KeptCell } from './kept-choices';

type Sent = {
  typed: Typed;
  faults: readonly Fault[];
  /** What was recorded from this page since it was opened: nobody else was faster there. */
  recorded: readonly string[];
  /** What was chosen before this page was opened and is not recorded. */
  kept: Readonly<Record<string, KeptCell>>;
  /** Keeps nothing of these any longer. */
  drop: (changes: readonly string[]) => void;
};

/** What was sent with the form and came back: the cells below read from it what was typed into them, and what was wrong. */
export const DecisionContext = createContext<Sent>({ typed: {}, faults: [], recorded: [], kept: {}, drop: () => {} });

/** The part of it that is about one proposed change. */
export function useSentDecision(change: string) {
  const { typed, faults, recorded, kept, drop } = use(DecisionContext);
  return {
    typed: (part: string): string | undefined => typed[fieldName(change, part)],
    fault: (part: string): string | undefined =>
      faults.find((fault) => fault.change === change && fault.part === part)?.code,
    recorded: recorded.includes(change),
    kept: kept[change] ?? null,
    drop: () => drop([change]),
  };
}

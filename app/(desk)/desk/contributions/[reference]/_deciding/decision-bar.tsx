'use client';

import { Button } from '@/app/_components/button';
import type { Choices } from './use-choices';

type DecisionBarProps = {
  choices: Choices;
  undecided: number;
  conflicts: number;
  pending: boolean;
  previewing: boolean;
  preview: (intent: 'chosen' | 'ready') => void;
};

/** Recording, and seeing before what it would change. */
export function DecisionBar({ choices, undecided, conflicts, pending, previewing, preview }: DecisionBarProps) {
  const chosen = choices.accept + choices.amend + choices.reject;
  const free = undecided - conflicts;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button type="submit" name="intent" value="chosen" data-command="record" disabled={pending} className="max-sm:px-3">
        {pending ? 'Recording…' : 'Record what I chose'}
      </Button>
      <Button variant="secondary" data-command="preview" disabled={previewing || (chosen === 0 && free === 0)} onClick={() => preview(chosen > 0 ? 'chosen' : 'ready')} className="max-sm:px-3">
        {previewing ? 'Looking…' : 'Show what would change'}
      </Button>
      {free > 0 && (
        <Button type="submit" name="intent" value="ready" variant="quiet" data-command="ready" disabled={pending}>
          {conflicts === 0 ? `Accept all ${undecided}` : `Accept ${free} without conflict`}
        </Button>
      )}
    </div>
  );
}

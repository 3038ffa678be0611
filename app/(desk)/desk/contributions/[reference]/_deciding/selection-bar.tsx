'use client';

import { useState } from 'react';
import { Button } from '@/app/_components/button';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import { choose, giveReason, tick } from './choosing';
import { choicesInWords } from './use-choices';
import type { Choices } from './use-choices';

type SelectionBarProps = { choices: Choices; undecided: readonly string[]; conflicts: readonly string[] };

/** One choice for all cells that are ticked. It is made in their fields, and nothing is recorded by it. */
export function SelectionBar({ choices, undecided, conflicts }: SelectionBarProps) {
  const { selected } = choices;
  const [rejecting, setRejecting] = useState(false);
  const [said, say] = useState('');
  if (selected.length === 0) return <NoneSelected choices={choices} undecided={undecided} />;
  const accept = () => {
    const free = selected.filter((id) => !conflicts.includes(id));
    for (const id of free) choose(id, 'accept');
    const left = selected.length - free.length;
    say(`Accept chosen for ${free.length}.${left > 0 ? ` ${left} in conflict ${left === 1 ? 'was' : 'were'} left: decide there.` : ''}`);
  };
  const later = () => {
    for (const id of selected) choose(id, 'later');
    say(`${selected.length} left for later.`);
  };
  const reject = (reason: string) => {
    for (const id of selected) {
      choose(id, 'reject');
      giveReason(id, reason);
    }
    setRejecting(false);
    say(`Reject chosen for ${selected.length}.`);
  };
  return (
    <div role="group" aria-label="With the selected" className="mb-3 border-b border-rule pb-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <span className="me-1 font-semibold">With the {selected.length} selected:</span>
        <Small onClick={accept}>Accept</Small>
        <Small onClick={() => setRejecting(!rejecting)} aria-expanded={rejecting}>
          Reject…
        </Small>
        <Small onClick={later}>Decide later</Small>
        <Small
          onClick={() => {
            for (const id of selected) tick(id, false);
          }}
        >
          Select none
        </Small>
        <span role="status" className="text-muted">
          {said}
        </span>
      </div>
      {rejecting && <RejectAll count={selected.length} reject={reject} />}
    </div>
  );
}

/** What has been chosen so far, and the way to choose for all at once. */
function NoneSelected({ choices, undecided }: Omit<SelectionBarProps, 'conflicts'>) {
  return (
    <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 text-sm">
      <p className="text-muted tabular-nums">
        {choicesInWords(choices)} <span className="whitespace-nowrap">({undecided.length} to decide)</span>
      </p>
      {undecided.length > 1 && (
        <button
          type="button"
          className="link min-h-8 cursor-pointer"
          onClick={() => {
            for (const id of undecided) tick(id, true);
          }}
        >
          Select all {undecided.length}
        </button>
      )}
    </div>
  );
}

const Small = (props: React.ComponentProps<typeof Button>) => <Button variant="secondary" {...props} className="!min-h-9 px-3 !py-1 !text-sm" />;

const ALL = 'reason-for-all';

function RejectAll({ count, reject }: { count: number; reject: (reason: string) => void }) {
  const [missing, setMissing] = useState(false);
  const apply = () => {
    const field = document.getElementById(ALL);
    const reason = field instanceof HTMLTextAreaElement ? field.value.trim() : '';
    if (reason !== '') return reject(reason);
    setMissing(true);
    field?.focus();
  };
  return (
    <div className="mt-3 space-y-3">
      <ReasonField
        id={ALL}
        label={`Reason for all ${count}`}
        hint="It is put where no reason has been written yet, and can be changed there. The contributor reads it."
        error={missing && 'Please say why: the contributor reads it.'}
        autoFocus
      />
      <Small onClick={apply}>Choose Reject for {count}</Small>
    </div>
  );
}

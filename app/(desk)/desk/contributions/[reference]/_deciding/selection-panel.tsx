'use client';

import { useState } from 'react';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import { choose, giveReason, tick } from './choosing';
import { BarButton } from './decision-bar';
import { Dialog } from './dialog';

type SelectionPanelProps = {
  selected: readonly string[];
  conflicts: readonly string[];
  /** Says what was done; the panel is closed then. */ say: (words: string) => void;
  close: () => void;
};

/** One choice for all cells that are ticked. It is made in their fields, and nothing is recorded by it. */
export function SelectionPanel({ selected, conflicts, say, close }: SelectionPanelProps) {
  const [rejecting, setRejecting] = useState(false);
  const accept = () => {
    const free = selected.filter((id) => !conflicts.includes(id));
    for (const id of free) choose(id, 'accept');
    const left = selected.length - free.length;
    say(
      `Accept chosen for ${free.length}.${left > 0 ? ` ${left} in conflict ${left === 1 ? 'was' : 'were'} left: decide there.` : ''}`,
    );
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
    say(`Reject chosen for ${selected.length}.`);
  };
  const none = () => {
    for (const id of selected) tick(id, false);
    say('Nothing is selected.');
  };
  return (
    <Dialog title={`With the ${selected.length} selected`} close={close}>
      <p className="text-sm text-muted">A choice for all of them at once. Nothing is recorded by it.</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <BarButton onClick={accept}>Accept</BarButton>
        <BarButton onClick={() => setRejecting(!rejecting)} aria-expanded={rejecting}>
          Reject…
        </BarButton>
        <BarButton onClick={later}>Decide later</BarButton>
        <BarButton onClick={none}>Select none</BarButton>
      </div>
      {rejecting && <RejectAll count={selected.length} reject={reject} />}
    </Dialog>
  );
}

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
      <BarButton onClick={apply}>Choose Reject for {count}</BarButton>
    </div>
  );
}

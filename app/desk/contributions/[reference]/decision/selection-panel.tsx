'use client';

import { useState } from 'react';
import { ReasonField } from '@/app/desk/parts/reason-field';
import { BarButton } from './decision-bar';
import { Dialog } from './dialog';
import { useReviewForm } from './review-form';

/** One choice for all ticked cells. It fills their fields and records nothing. */
export function SelectionPanel({ close }: { close: () => void }) {
  const { undecided, choices, dispatch } = useReviewForm();
  const { selected } = choices;
  const [rejecting, setRejecting] = useState(false);
  const accept = () => {
    const conflicts = undecided.filter(({ state }) => state === 'conflict').map(({ id }) => id);
    const free = selected.filter((id) => !conflicts.includes(id));
    const left = selected.length - free.length;
    const message = `Accept chosen for ${free.length}.${left > 0 ? ` ${left} in conflict ${left === 1 ? 'was' : 'were'} left: decide there.` : ''}`;
    dispatch({ type: 'chosen', changes: free, outcome: 'accept', message });
    close();
  };
  const later = () => {
    dispatch({ type: 'chosen', changes: selected, outcome: '', message: `${selected.length} left for later.` });
    close();
  };
  const reject = (reason: string) => {
    const message = `Reject chosen for ${selected.length}.`;
    dispatch({ type: 'chosen', changes: selected, outcome: 'reject', reason, message });
    close();
  };
  const none = () => {
    dispatch({ type: 'selected', changes: selected, on: false, message: 'Nothing is selected.' });
    close();
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

const REASON_FOR_ALL = 'reason-for-all';

function RejectAll({ count, reject }: { count: number; reject: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const apply = () => {
    if (reason.trim() !== '') return reject(reason.trim());
    setMissing(true);
    document.getElementById(REASON_FOR_ALL)?.focus();
  };
  return (
    <div className="mt-3 space-y-3">
      <ReasonField
        id={REASON_FOR_ALL}
        label={`Reason for all ${count}`}
        hint="It is put where no reason has been written yet, and can be changed there. The contributor reads it."
        value={reason}
        change={setReason}
        error={missing && 'Please say why: the contributor reads it.'}
        autoFocus
      />
      <BarButton onClick={apply}>Choose Reject for {count}</BarButton>
    </div>
  );
}

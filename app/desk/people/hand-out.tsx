'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { handOutAll } from './actions';

type HandedOut = { assigned: number; left: number };

/** One command that gives everything nobody looks after to whoever is next. */
export function HandOut({ unassigned }: { unassigned: number }) {
  return (
    <DeskForm
      action={handOutAll}
      done={(handed: HandedOut) => <Handed {...handed} />}
      className="max-w-measure space-y-4"
      buttons={unassigned > 0 && <SubmitButton variant="secondary">Hand out everything that nobody has</SubmitButton>}
    >
      <p className="text-muted">
        {sayUnassigned(unassigned)} Each goes to the editor with the fewest open ones, then to who has waited longest;
        to nobody of the same organisation, and to nobody who has stepped aside.
      </p>
    </DeskForm>
  );
}

function Handed({ assigned, left }: HandedOut) {
  return (
    <Notice
      kind="success"
      title={assigned === 1 ? 'One contribution handed out' : `${assigned} contributions handed out`}
    >
      {left > 0 && <p>{left} left: nobody can take them, or there were too many for one go.</p>}
    </Notice>
  );
}

function sayUnassigned(count: number): string {
  if (count === 0) return 'Every contribution that waits has somebody who looks after it.';
  return count === 1 ? 'One contribution waits and has nobody.' : `${count} contributions wait and have nobody.`;
}

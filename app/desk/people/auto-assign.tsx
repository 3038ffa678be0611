'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { assignAllUnassigned } from './actions';

type AutoAssigned = { assigned: number; left: number };

/** One command that assigns all unassigned contributions to the next editors in turn. */
export function AutoAssign({ unassigned }: { unassigned: number }) {
  return (
    <DeskForm
      action={assignAllUnassigned}
      done={(handed: AutoAssigned) => <Handed {...handed} />}
      className="max-w-measure space-y-4"
      buttons={unassigned > 0 && <SubmitButton variant="secondary">Assign all unassigned</SubmitButton>}
    >
      <p className="text-muted">
        {sayUnassigned(unassigned)} Each goes to the editor with the fewest open ones, then to who has waited longest;
        never to an editor of the same organisation, or to one who is recused.
      </p>
    </DeskForm>
  );
}

function Handed({ assigned, left }: AutoAssigned) {
  return (
    <Notice kind="success" title={assigned === 1 ? 'One contribution assigned' : `${assigned} contributions assigned`}>
      {left > 0 && <p>{left} left: no editor can take them, or there were too many for one time.</p>}
    </Notice>
  );
}

function sayUnassigned(count: number): string {
  if (count === 0) return 'Every contribution that waits has an editor.';
  return count === 1 ? 'One contribution waits without an editor.' : `${count} contributions wait without an editor.`;
}

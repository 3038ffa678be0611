'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import { Select } from '@/app/ui/select';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { Assignable } from '@/lib/review/assignment/assignees';
import { assign } from './actions';

type HandOverProps = { reference: string; from: string; candidates: readonly Assignable[]; children: ReactNode };

const WHY_NOT = {
  assignee_own_organisation: 'own organisation',
  assignee_other: 'can’t take it',
  assignee_recused: 'recused',
};

/** Assigns a contribution to a colleague; each is listed with the number of their contributions. Below is what is known of them. */
export function Reassign({ reference, from, candidates, children }: HandOverProps) {
  return (
    <DeskForm
      action={assign}
      fields={{ reference, from }}
      done="Reassigned."
      summary="Reassign it"
      summaryClass="flex min-h-11 items-center text-sm"
      className="mt-2 flex flex-wrap items-end gap-3"
      buttons={
        <SubmitButton variant="secondary" className="px-4 text-sm">
          Reassign
        </SubmitButton>
      }
    >
      {({ typed, fault }) => (
        <>
          <Select
            id="hand-to"
            name="to"
            label="Editor"
            defaultValue={typed.to ?? ''}
            key={typed.to}
            error={fault('to')}
          >
            <option value="">Choose…</option>
            {candidates.map(({ userId, name, open, blocker }) => (
              <option key={userId} value={userId} disabled={blocker !== null}>
                {name} ({blocker === null ? `${open} open` : WHY_NOT[blocker]})
              </option>
            ))}
          </Select>
          {children}
        </>
      )}
    </DeskForm>
  );
}

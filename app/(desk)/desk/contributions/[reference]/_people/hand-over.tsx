'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Select } from '@/app/_components/select';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import type { Assignable } from '@/lib/review/assignment/queries';
import { assign } from './actions';

type HandOverProps = { reference: string; from: string; candidates: readonly Assignable[] };

const WHY_NOT = { assignee_own_organisation: 'own organisation', assignee_recused: 'stepped aside' };

/** Hands a contribution to a colleague; each is listed with what they look after already. */
export function HandOver({ reference, from, candidates }: HandOverProps) {
  const [{ result, typed }, send, pending] = useActionState(assign, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ code }) => code === 'required');
  return (
    <details open={failure !== null} className="group">
      <summary className="link flex min-h-11 items-center text-sm">Hand it to somebody</summary>
      <form action={send} className="mt-2 space-y-3" noValidate>
        {failure && !fault && <FailureNotice failure={failure} showIssues />}
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="from" value={from} />
        <div className="flex flex-wrap items-end gap-3">
          <Select id="hand-to" name="to" label="Editor" defaultValue={typed.to ?? ''} key={typed.to} error={fault && faultInWords(fault.code)}>
            <option value="">Choose…</option>
            {candidates.map(({ userId, name, open, hindrance }) => (
              <option key={userId} value={userId} disabled={hindrance !== null}>
                {name} ({hindrance === null ? `${open} open` : WHY_NOT[hindrance]})
              </option>
            ))}
          </Select>
          <Button type="submit" variant="secondary" disabled={pending} className="px-4 text-sm">
            Hand over
          </Button>
        </div>
      </form>
    </details>
  );
}

'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import type { ActionState } from '@/app/_server/action-state';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice } from '@/app/(desk)/desk/_parts/failure-notice';
import { handOutAll } from './actions';

/** One command that gives everything nobody looks after to whoever is next. */
export function HandOut({ unassigned }: { unassigned: number }) {
  const [{ result }, send, pending] = useActionState<ActionState<{ assigned: number; left: number }>, FormData>(handOutAll, UNSENT);
  return (
    <form action={send} className="max-w-measure space-y-4">
      <p className="text-muted">
        {sayUnassigned(unassigned)} Each goes to the editor with the fewest open ones, then to who has waited longest; to nobody of the same organisation, and to nobody who has stepped aside.
      </p>
      {result?.ok && (
        <Notice kind="success" role="status" title={result.assigned === 1 ? 'One contribution handed out' : `${result.assigned} contributions handed out`}>
          {result.left > 0 && <p>{result.left} left: nobody can take them, or there were too many for one go.</p>}
        </Notice>
      )}
      {result?.ok === false && <FailureNotice failure={result} />}
      {unassigned > 0 && (
        <Button type="submit" variant="secondary" disabled={pending}>
          Hand out everything that nobody has
        </Button>
      )}
    </form>
  );
}

function sayUnassigned(count: number): string {
  if (count === 0) return 'Every contribution that waits has somebody who looks after it.';
  return count === 1 ? 'One contribution waits and has nobody.' : `${count} contributions wait and have nobody.`;
}

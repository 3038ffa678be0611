'use client';

import { useActionState, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice } from '@/app/(desk)/desk/_parts/failure-notice';
import { retryAll, sendSelected } from './actions';

type Moved = { moved: number };

const sayMoved = (moved: number) => (moved === 1 ? 'One mail is on its way.' : `${moved} mails are on their way.`);
const NOTHING_MOVED = 'None of them is to be sent any more: somebody else was quicker.';

/** Drafts with a box each, and one button that sends those that are ticked. What became of the last ones is said where none is left, too. */
export function DraftSelection({ any, children }: { any: boolean; children: ReactNode }) {
  const [{ result }, send, pending] = useActionState<ActionState<Moved>, FormData>(sendSelected, UNSENT);
  const form = useRef<HTMLFormElement>(null);
  const tickAll = () => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>('input[name="mails"]') ?? [];
    const all = [...boxes].every(({ checked }) => checked);
    for (const box of boxes) box.checked = !all;
  };
  return (
    <form ref={form} action={send} className="space-y-5">
      {result?.ok === false && <FailureNotice failure={result} showIssues />}
      {result?.ok && <Notice kind={result.moved > 0 ? 'success' : 'info'} role="status" title={result.moved > 0 ? sayMoved(result.moved) : NOTHING_MOVED} />}
      {any && children}
      <div hidden={!any} className={any ? 'flex flex-wrap gap-3' : undefined}>
        <Button type="submit" disabled={pending}>
          Send the ticked ones
        </Button>
        <Button variant="secondary" onClick={tickAll}>
          Tick all, or none
        </Button>
      </div>
    </form>
  );
}

/** One button for everything that failed. */
export function RetryAll({ any }: { any: boolean }) {
  const [{ result }, send, pending] = useActionState<ActionState<Moved>, FormData>(retryAll, UNSENT);
  return (
    <form action={send} className="mb-5 space-y-4">
      {result?.ok === false && <FailureNotice failure={result} />}
      {result?.ok && <Notice kind="success" role="status" title={result.moved > 0 ? sayMoved(result.moved) : 'None of them has an address to send to any more.'} />}
      {any && (
        <Button type="submit" variant="secondary" disabled={pending}>
          Try all again
        </Button>
      )}
    </form>
  );
}

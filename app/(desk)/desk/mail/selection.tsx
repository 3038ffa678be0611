'use client';

import { useActionState, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice } from '@/app/(desk)/desk/_parts/failure-notice';
import { retryAll, sendSelected } from './actions';

type Moved = { leaving: number; waiting: number };

const count = (number: number, one: string, many: string) => (number === 1 ? `One mail ${one}` : `${number} mails ${many}`);

/** What leaves now, and what has to wait: an unconfirmed address gets nothing but the question whether it is right. */
function sayMoved({ leaving, waiting }: Moved): string {
  const sentences = [
    ...(leaving > 0 ? [`${count(leaving, 'is on its way', 'are on their way')}.`] : []),
    ...(waiting > 0 ? [`${count(waiting, 'waits until its contributor confirms the address', 'wait until their contributors confirm the address')}.`] : []),
  ];
  return sentences.join(' ');
}
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
      {result?.ok && <Notice kind={result.leaving > 0 ? 'success' : 'info'} role="status" title={sayMoved(result) || NOTHING_MOVED} />}
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
      {result?.ok && <Notice kind="success" role="status" title={sayMoved(result) || 'None of them has an address to send to any more.'} />}
      {any && (
        <Button type="submit" variant="secondary" disabled={pending}>
          Try all again
        </Button>
      )}
    </form>
  );
}

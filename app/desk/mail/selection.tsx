'use client';

import { createContext, use, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { retryAll, sendSelected } from './actions';

type Moved = { leaving: number; waiting: number };

const count = (number: number, one: string, many: string) =>
  number === 1 ? `One mail ${one}` : `${number} mails ${many}`;

/**
 * Which mails can be sent now and which must wait: an unconfirmed address gets only the question whether it is right.
 */
function sayMoved({ leaving, waiting }: Moved): string {
  const sentences = [
    ...(leaving > 0 ? [`${count(leaving, 'is on its way', 'are on their way')}.`] : []),
    ...(waiting > 0
      ? [
          `${count(waiting, 'waits until its contributor confirms the address', 'wait until their contributors confirm the address')}.`,
        ]
      : []),
  ];
  return sentences.join(' ');
}
const NOTHING_MOVED = 'None of them is to be sent any more: another editor was faster.';

type Selection = { selected: readonly string[]; select: (ids: readonly string[], on: boolean) => void };

const SelectionContext = createContext<Selection>({ selected: [], select: () => {} });

/** The box that selects one draft. */
export function DraftBox({ id }: { id: string }) {
  const { selected, select } = use(SelectionContext);
  const box = useRef<HTMLInputElement>(null);
  const first = useRef(select);
  // It may have been ticked before the page's script ran.
  useLayoutEffect(() => {
    if (box.current?.checked) first.current([id], true);
  }, [id]);
  return (
    <input
      ref={box}
      type="checkbox"
      name="mails"
      value={id}
      checked={selected.includes(id)}
      onChange={(event) => select([id], event.target.checked)}
      className="size-5 cursor-pointer accent-accent"
    />
  );
}

/**
 * Drafts with a box each, and one button that sends the ticked ones. The result of the last ones is shown even if none
 * is left.
 */
export function DraftSelection({ drafts, children }: { drafts: readonly string[]; children: ReactNode }) {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const select: Selection['select'] = (ids, on) =>
    setSelected((before) => [...before.filter((one) => !ids.includes(one)), ...(on ? ids : [])]);
  const any = drafts.length > 0;
  const isAll = drafts.every((id) => selected.includes(id));
  return (
    <DeskForm
      action={sendSelected}
      done={(moved: Moved) => (
        <Notice kind={moved.leaving > 0 ? 'success' : 'info'} title={sayMoved(moved) || NOTHING_MOVED} />
      )}
      className="space-y-5"
      buttons={
        any && (
          <>
            <SubmitButton>Send the ticked ones</SubmitButton>
            <Button variant="secondary" onClick={() => select(drafts, !isAll)}>
              Tick all, or none
            </Button>
          </>
        )
      }
    >
      {any && <SelectionContext value={{ selected, select }}>{children}</SelectionContext>}
    </DeskForm>
  );
}

/** One button for all failed mails. */
export function RetryAll({ any }: { any: boolean }) {
  return (
    <DeskForm
      action={retryAll}
      done={(moved: Moved) => (
        <Notice kind="success" title={sayMoved(moved) || 'None of them has an address to send to any more.'} />
      )}
      className="mb-5"
      buttons={any && <SubmitButton variant="secondary">Try all again</SubmitButton>}
    />
  );
}

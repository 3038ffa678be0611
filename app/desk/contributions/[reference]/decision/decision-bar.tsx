'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { useReviewForm } from './review-form';
import type { Choices } from './review-state';

type DecisionBarProps = {
  openSelected: () => void;
  /** The result of the last press. `live` where no other element announces it. */
  said: { words: string; live: boolean } | null;
};

/** The button that records, as a target for the focus. */
export const RECORD_BUTTON = 'record-choices';

/**
 * Records decisions, or previews their effects. It sticks to the lower edge, with one line of words and one of buttons:
 * never so high that it hides the focused element (`[data-bar]` in base.css keeps that clear), and not on a low
 * screen.
 */
export function DecisionBar({ openSelected, said }: DecisionBarProps) {
  const { choices, undecided, recording, previewing, preview } = useReviewForm();
  const selected = choices.selected.length;
  const busy = (on: boolean) => (on ? { 'aria-disabled': true } : {});
  return (
    <div
      data-bar
      className="no-print bottom-0 z-10 -mx-3 mt-6 border-t border-ink bg-paper px-3 py-0.5 [@media(min-height:400px)]:sticky"
    >
      <div className="h-4 truncate text-xs leading-4">
        <span role="status" className="font-semibold">
          {said?.live && said.words}
        </span>
        {said ? (
          !said.live && <span className="font-semibold text-danger">{said.words}</span>
        ) : (
          <span className="text-muted tabular-nums">
            {choicesInWords(choices)} ({undecided.length} to decide)
          </span>
        )}
      </div>
      <div className="flex items-center gap-x-2 py-0.5">
        <BarButton
          type="submit"
          id={RECORD_BUTTON}
          variant="primary"
          name="intent"
          value="chosen"
          {...busy(recording.pending)}
        >
          {recording.pending ? 'Recording…' : <Words first="Record" rest=" what I chose" />}
        </BarButton>
        <BarButton {...busy(previewing.pending)} onClick={preview}>
          {previewing.pending ? 'Looking…' : <Words first="Preview" rest=" what would change" />}
        </BarButton>
        {selected > 0 && (
          <BarButton aria-haspopup="dialog" onClick={openSelected}>
            <Words hidden="With the " first={`${selected} selected…`} />
          </BarButton>
        )}
        <div className="max-lg:hidden">
          <AcceptOthers />
        </div>
      </div>
    </div>
  );
}

/**
 * Chooses Accept for the cells that are ready and have no choice; one that was made is never changed, and nothing is
 * recorded by it. Before the page's script runs it can't fill in the form: then it records, and does not name the number.
 */
export function AcceptOthers() {
  const { choices, undecided, state, recording, acceptOthers } = useReviewForm();
  const ready = choices.ready.length;
  if (!state.hydrated)
    return (
      <BarButton type="submit" variant="quiet" name="intent" value="ready">
        Accept all without a choice
      </BarButton>
    );
  if (ready === 0) return null;
  const hasConflicts = undecided.some((change) => change.state === 'conflict');
  const words = () => {
    if (ready === undecided.length) return `Accept all ${ready}`;
    return choices.accept + choices.amend + choices.reject > 0 || !hasConflicts
      ? `Accept the other ${ready}`
      : `Accept ${ready} without conflict`;
  };
  return (
    <BarButton variant="quiet" onClick={acceptOthers} aria-disabled={recording.pending || undefined}>
      {words()}
    </BarButton>
  );
}

export const BarButton = (props: ComponentProps<typeof Button>) => (
  <Button variant="secondary" {...props} className="!min-h-8 !px-3 !py-1 !text-sm whitespace-nowrap" />
);

/** On a phone there is space for the main word only; screen readers get all of them. */
function Words({ hidden, first, rest }: { hidden?: ReactNode; first: ReactNode; rest?: ReactNode }) {
  return (
    <span>
      {hidden && <span className="max-sm:sr-only">{hidden}</span>}
      {first}
      {rest && <span className="max-sm:sr-only">{rest}</span>}
    </span>
  );
}

/** "3 chosen, not recorded yet: 2 to accept, 1 to reject" */
function choicesInWords({ accept, amend, reject }: Choices): string {
  const all = accept + amend + reject;
  if (all === 0) return 'Nothing chosen yet';
  const parts = [
    accept > 0 && `${accept} to accept`,
    amend > 0 && `${amend} to amend`,
    reject > 0 && `${reject} to reject`,
  ].filter(Boolean);
  return `${all} chosen, not recorded yet: ${parts.join(', ')}`;
}

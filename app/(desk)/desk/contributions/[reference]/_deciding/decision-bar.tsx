'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { choicesInWords } from './use-choices';
import type { Choices } from './use-choices';

type DecisionBarProps = {
  choices: Choices;
  undecided: number;
  conflicts: number;
  pending: boolean;
  previewing: boolean;
  preview: (intent: 'chosen' | 'ready') => void;
  openSelected: () => void;
  /** What came of the last press. `live` where nothing else says it. */
  said: { words: string; live: boolean } | null;
};

/**
 * Recording, and seeing before what it would change. It sticks to the lower edge, one line of words and one of buttons: never so
 * high that it hides what has focus (`[data-bar]` in globals.css keeps that clear), and not at all where the screen is low.
 */
export function DecisionBar({
  choices,
  undecided,
  conflicts,
  pending,
  previewing,
  preview,
  openSelected,
  said,
}: DecisionBarProps) {
  const chosen = choices.accept + choices.amend + choices.reject;
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
            {choicesInWords(choices)} ({undecided} to decide)
          </span>
        )}
      </div>
      <div className="flex items-center gap-x-2 py-0.5">
        <BarButton
          type="submit"
          variant="primary"
          name="intent"
          value="chosen"
          data-command="record"
          {...busy(pending)}
        >
          {pending ? 'Recording…' : <Words first="Record" rest=" what I chose" />}
        </BarButton>
        <BarButton
          data-command="preview"
          {...busy(previewing)}
          onClick={() => !previewing && preview(chosen > 0 ? 'chosen' : 'ready')}
        >
          {previewing ? 'Looking…' : <Words first="Preview" rest=" what would change" />}
        </BarButton>
        {selected > 0 && (
          <BarButton aria-haspopup="dialog" onClick={openSelected}>
            <Words hidden="With the " first={`${selected} selected…`} />
          </BarButton>
        )}
        {choices.ready !== 0 && (
          <div className="max-lg:hidden">
            <AcceptOthers choices={choices} undecided={undecided} conflicts={conflicts} pending={pending} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Accepts what has no choice; what has one is neither recorded nor changed by it. Before a script has counted it does not say how many. */
export function AcceptOthers({
  choices: { ready, ...choices },
  undecided,
  conflicts,
  pending,
}: Pick<DecisionBarProps, 'choices' | 'undecided' | 'conflicts' | 'pending'>) {
  const words = () => {
    if (ready === null) return 'Accept all without a choice';
    if (ready === undecided) return `Accept all ${ready}`;
    return choices.accept + choices.amend + choices.reject > 0 || conflicts === 0
      ? `Accept the other ${ready}`
      : `Accept ${ready} without conflict`;
  };
  return (
    <BarButton
      type="submit"
      variant="quiet"
      name="intent"
      value="ready"
      data-command="ready"
      aria-disabled={pending || undefined}
    >
      {words()}
    </BarButton>
  );
}

export const BarButton = (props: ComponentProps<typeof Button>) => (
  <Button variant="secondary" {...props} className="!min-h-8 !px-3 !py-1 !text-sm whitespace-nowrap" />
);

/** On a phone there is room for the word that matters; screen readers have all of them everywhere. */
function Words({ hidden, first, rest }: { hidden?: ReactNode; first: ReactNode; rest?: ReactNode }) {
  return (
    <span>
      {hidden && <span className="max-sm:sr-only">{hidden}</span>}
      {first}
      {rest && <span className="max-sm:sr-only">{rest}</span>}
    </span>
  );
}

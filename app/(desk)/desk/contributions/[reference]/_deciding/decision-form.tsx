'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { decide } from '@/app/(desk)/desk/contributions/[reference]/actions';
import { DecisionBar } from './decision-bar';
import { DecisionContext } from './decision-context';
import { faultsOf, readDecisions } from './decision-form-data';
import { NotRecorded, RecordedNotice } from './decision-notices';
import { focusAfter } from './focus-after';
import { PreviewPanel } from './preview-panel';
import type { Recorded } from './recorded';
import { SelectionBar } from './selection-bar';
import { useChoices } from './use-choices';
import { usePreview } from './use-preview';
import { useSending } from './use-sending';

type DecisionFormProps = {
  reference: string;
  /** What each change is called, by id. */
  titles: Record<string, string>;
  /** The changes that can be decided, and those of them that are in conflict. */
  undecided: readonly string[];
  conflicts: readonly string[];
  children: ReactNode;
};

/** All cells of a contribution in one form: an editor chooses for as many as they like and records them together. */
export function DecisionForm({ reference, titles, undecided, conflicts, children }: DecisionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // Without a script the form goes to the action itself; with one it is sent below, and what is in its fields stays there.
  const [unscripted, action] = useActionState<ActionState<Recorded>, FormData>(decide, UNSENT);
  const { state, recorded, pending, send } = useSending(unscripted);
  const [choices, count] = useChoices(form);
  const preview = usePreview(form);
  const { result, typed } = state;
  const failure = result?.ok === false ? result : null;
  const faults = failure ? faultsOf(failure.issues ?? [], readDecisions(typed).decisions) : [];
  // What was recorded is said until the next choice is made.
  const [read, setRead] = useState<typeof result>(null);
  useEffect(() => {
    if (result) focusAfter(result, form.current);
  }, [result]);
  // The page's new state can come after the result; what is ticked and chosen is counted in both.
  useEffect(count, [result, undecided, count]);
  return (
    <DecisionContext value={{ typed, faults, recorded }}>
      {/* The margin keeps what has focus clear of the bar at the bottom. */}
      <form
        id="decisions"
        ref={form}
        action={action}
        noValidate
        className="[&_:is(input,textarea,select,button,summary)]:scroll-mb-40"
        onChange={() => {
          count();
          setRead(result);
          preview.close();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          preview.close();
          send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)); // React's event wraps a submit event
        }}
      >
        <input type="hidden" name="reference" value={reference} />
        <div id="not-recorded" tabIndex={-1} className="mb-6 focus:outline-none empty:hidden">
          {failure && <NotRecorded failure={failure} faults={faults} titles={titles} />}
        </div>
        {children}
        <div className={undecided.length > 0 ? 'no-print sticky bottom-0 z-10 -mx-3 mt-6 border-t border-ink bg-paper px-3 py-3' : 'mt-6'}>
          {result?.ok && read !== result && <RecordedNotice recorded={result} />}
          {undecided.length > 0 && (
            <>
              {preview.shown && <PreviewPanel shown={preview.shown} titles={titles} close={preview.leave} />}
              <SelectionBar choices={choices} undecided={undecided} conflicts={conflicts} />
              <DecisionBar choices={choices} undecided={undecided.length} conflicts={conflicts.length} pending={pending} previewing={preview.pending} preview={preview.show} />
            </>
          )}
        </div>
      </form>
    </DecisionContext>
  );
}

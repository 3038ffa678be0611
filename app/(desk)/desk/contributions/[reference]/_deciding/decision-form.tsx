'use client';

import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { isFocusLost } from '@/app/_components/message-place';
import { useSending } from '@/app/_components/use-sending';
import { decide } from '@/app/(desk)/desk/contributions/[reference]/actions';
import { DecisionBar } from './decision-bar';
import { DecisionContext } from './decision-context';
import { faultsOf, readDecisions } from './decision-form-data';
import { NotRecorded, RecordedNotice, recordedInOneLine, refusedInOneLine } from './decision-notices';
import { DecisionTools } from './decision-tools';
import { focusAfter } from './focus-after';
import { PreviewPanel } from './preview-panel';
import { SelectionPanel } from './selection-panel';
import { useChoices } from './use-choices';
import { useKeptChoices } from './use-kept-choices';
import { usePreview } from './use-preview';

type DecisionFormProps = {
  reference: string;
  userId: string;
  /** What each change is called, by id. */
  titles: Record<string, string>;
  /** The changes that can be decided, and those of them that are in conflict. */
  undecided: readonly string[];
  conflicts: readonly string[];
  children: ReactNode;
};

const NOTHING_TYPED = {};

/** All cells of a contribution in one form: an editor chooses for as many as they like and records them together. */
export function DecisionForm({ reference, userId, titles, undecided, conflicts, children }: DecisionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  // Without a script the form goes to the action itself; with one it is sent below, and what is in its fields stays there.
  const { state, scripted, posted, pending, send } = useSending(decide);
  const [recorded, setRecorded] = useState<string[]>([]);
  const [choices, count] = useChoices(form);
  const kept = useKeptChoices(form, userId, reference);
  const preview = usePreview(form);
  const [selecting, setSelecting] = useState(false);
  const [told, tell] = useState('');
  const { result, typed } = state;
  const failure = result?.ok === false ? result : null;
  const faults = failure ? faultsOf(failure.issues ?? [], readDecisions(typed).decisions) : [];
  // What was recorded is said until the next choice is made.
  const [read, setRead] = useState<typeof result>(null);
  useEffect(() => {
    if (result) focusAfter(result, form.current);
  }, [result]);
  // The button that opened the selection is gone where nothing is selected any more.
  useEffect(() => {
    if (told && isFocusLost()) form.current?.querySelector<HTMLElement>('[data-command="record"]')?.focus();
  }, [told]);
  // The page's new state can come after the result; what is ticked and chosen is counted in both.
  useEffect(count, [result, undecided, count]);
  /** Cells are to be decided later again, their reasons are empty. */
  const forgetAll = () => {
    form.current?.reset();
    kept.dropAll();
    count();
  };
  const sayChosen = (words: string) => {
    setSelecting(false);
    tell(words);
  };
  const sayOutcome = () => {
    if (pending) return null;
    if (told) return { words: told, live: true };
    // What waits for a second editor is explained where the focus is.
    if (!result || read === result || (result.ok && result.waiting)) return null;
    return result.ok
      ? { words: recordedInOneLine(result), live: true }
      : { words: refusedInOneLine(faults.length), live: false };
  };
  return (
    <DecisionContext
      value={{ typed: scripted ? NOTHING_TYPED : typed, faults, recorded, kept: kept.cells, drop: kept.drop }}
    >
      <form
        id="decisions"
        ref={form}
        action={posted}
        noValidate
        onInput={(event) => {
          const cell = event.target instanceof HTMLElement ? event.target.closest('[data-cell]') : null;
          if (cell) kept.keep(cell, cell.id.slice('cell-'.length));
        }}
        onChange={() => {
          count();
          setRead(result);
          tell('');
        }}
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget, event.nativeEvent.submitter), ({ result: answer }) => {
            if (!answer?.ok) return;
            setRecorded((before) => [...before, ...answer.changes]);
            if (!answer.waiting) kept.drop(answer.changes);
          });
        }}
      >
        <input type="hidden" name="reference" value={reference} />
        <div id="not-recorded" tabIndex={-1} className="mb-6 focus:outline-none empty:hidden">
          {failure && !pending && <NotRecorded failure={failure} faults={faults} titles={titles} />}
        </div>
        {undecided.length > 0 && (
          <DecisionTools
            choices={choices}
            undecided={undecided}
            conflicts={conflicts.length}
            pending={pending}
            back={kept.back}
            forget={forgetAll}
          />
        )}
        {children}
        <div id="recorded" tabIndex={-1} className="mt-6 empty:hidden">
          {result?.ok && read !== result && <RecordedNotice recorded={result} finished={undecided.length === 0} />}
        </div>
        {undecided.length > 0 && (
          <DecisionBar
            choices={choices}
            undecided={undecided.length}
            conflicts={conflicts.length}
            pending={pending}
            previewing={preview.pending}
            preview={preview.show}
            openSelected={() => setSelecting(true)}
            said={sayOutcome()}
          />
        )}
      </form>
      {preview.shown && <PreviewPanel shown={preview.shown} titles={titles} close={preview.close} />}
      {selecting && (
        <SelectionPanel
          selected={choices.selected}
          conflicts={conflicts}
          say={sayChosen}
          close={() => setSelecting(false)}
        />
      )}
    </DecisionContext>
  );
}

'use client';

import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { isFocusLost } from '@/app/ui/message-place';
import { ReturnButton } from '@/app/ui/return-button';
import { DecisionBar, RECORD_BUTTON } from './decision-bar';
import { NotRecorded, RecordedNotice, recordedInOneLine, refusedInOneLine } from './decision-notices';
import { DecisionTools } from './decision-tools';
import { PreviewPanel } from './preview-panel';
import { useReviewForm } from './review-form';
import { SelectionPanel } from './selection-panel';

/** All cells of a contribution in one form: an editor makes any number of choices and records them together. */
export function DecisionForm({ children }: { children: ReactNode }) {
  const { reference, changes, undecided, form, state, recording, faults, record, previewing } = useReviewForm();
  const [selecting, setSelecting] = useState(false);
  const { result } = recording.state;
  const { message, answerRead } = state;
  const failure = result?.ok === false ? result : null;
  const titles = Object.fromEntries(changes.map(({ id, title }) => [id, title]));
  useFocusAfterRecording();
  // The button that opened the selection disappears when nothing is selected any more.
  useEffect(() => {
    if (message && isFocusLost()) document.getElementById(RECORD_BUTTON)?.focus();
  }, [message]);
  const sayOutcome = () => {
    if (recording.pending) return null;
    if (message) return { words: message, live: true };
    // A decision that waits for a second editor is explained where the focus is.
    if (!result || answerRead || (result.ok && result.waiting)) return null;
    return result.ok
      ? { words: recordedInOneLine(result), live: true }
      : { words: refusedInOneLine(faults.length), live: false };
  };
  return (
    <>
      <form
        id="decisions"
        ref={form}
        action={recording.posted}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          record();
        }}
      >
        {/* Not a button that accepts cells without a choice. */}
        <ReturnButton value="chosen" />
        <input type="hidden" name="reference" value={reference} />
        <div id="not-recorded" tabIndex={-1} className="mb-4 focus:outline-none empty:hidden">
          {failure && !recording.pending && <NotRecorded failure={failure} faults={faults} titles={titles} />}
        </div>
        {undecided.length > 0 && <DecisionTools />}
        {children}
        <div id="recorded" tabIndex={-1} className="mt-6 empty:hidden">
          {result?.ok && !answerRead && <RecordedNotice recorded={result} finished={undecided.length === 0} />}
        </div>
        {undecided.length > 0 && <DecisionBar openSelected={() => setSelecting(true)} said={sayOutcome()} />}
      </form>
      {previewing.isOpen && <PreviewPanel titles={titles} />}
      {selecting && <SelectionPanel close={() => setSelecting(false)} />}
    </>
  );
}

/**
 * The focus after decisions were sent: the first fault; otherwise the next cell to decide; if there is none, or a
 * second editor is needed, the result.
 */
function useFocusAfterRecording() {
  const { undecided, recording } = useReviewForm();
  const { result } = recording.state;
  const focused = useRef<typeof result>(null);
  useEffect(() => {
    if (!result || focused.current === result) return;
    focused.current = result;
    const next = result.ok && !result.waiting ? undecided.find(({ id }) => !result.changes.includes(id)) : undefined;
    document.getElementById(next ? `cell-${next.id}` : result.ok ? 'recorded' : 'not-recorded')?.focus();
  }, [result, undecided]);
}

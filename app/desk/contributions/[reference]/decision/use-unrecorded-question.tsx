'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { useReviewForm } from './review-form';

/**
 * Asks for confirmation before an action on a contribution with unrecorded choices. `before` is for a form; `question`
 * is shown beside its button, which then acts without `them`.
 */
export function useUnrecordedQuestion(doing: string) {
  const { undecided, state } = useReviewForm();
  const [asked, ask] = useState(0);
  const id = useId();
  const region = useRef<HTMLDivElement>(null);
  const unrecorded = undecided.filter((change) => state.entered[change.id]?.outcome);
  useEffect(() => {
    if (asked > 0) region.current?.focus();
  }, [asked]);
  const before = () => {
    if (unrecorded.length === 0 || asked > 0) return true;
    ask(unrecorded.length);
    return false;
  };
  const goBack = () => {
    ask(0);
    document.getElementById(`cell-${unrecorded[0]?.id}`)?.focus();
  };
  const them = asked === 1 ? 'it' : 'them';
  const question = asked > 0 && (
    <div ref={region} role="group" aria-labelledby={id} tabIndex={-1} className="mb-4">
      <Notice
        kind="warning"
        title={
          <span id={id}>
            {asked === 1 ? 'One choice of yours is not recorded' : `${asked} choices of yours are not recorded`}
          </span>
        }
      >
        <p>
          {doing} does not record {them}. Go back and record {them} first, or go on: what you chose stays here.
        </p>
        <Button variant="secondary" className="mt-3" onClick={goBack}>
          Go back to {them}
        </Button>
      </Notice>
    </div>
  );
  return { before, them: asked > 0 ? them : null, question };
}

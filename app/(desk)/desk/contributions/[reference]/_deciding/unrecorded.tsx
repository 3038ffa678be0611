'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';

/** The choices of the form above that are not recorded. */
const unrecorded = () =>
  [...document.querySelectorAll<HTMLInputElement>('#decisions input[type="radio"]:checked')].filter(
    ({ value }) => value !== '',
  );

/**
 * Asks before something is done with a contribution of which choices are not recorded. `before` is a form's; `question` stands
 * beside its button, which then means without `them`.
 */
export function useUnrecorded(doing: string) {
  const [asked, ask] = useState(0);
  const id = useId();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) region.current?.focus();
  }, [asked]);
  const before = () => {
    const count = unrecorded().length;
    if (count === 0 || asked > 0) return true;
    ask(count);
    return false;
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
          {doing} does not record {them}. Go back and record {them} first, or go on: what you chose stays here, in this
          browser.
        </p>
        <Button
          variant="secondary"
          className="mt-3"
          onClick={() => {
            ask(0);
            unrecorded()[0]?.closest<HTMLElement>('[data-cell]')?.focus();
          }}
        >
          Go back to {them}
        </Button>
      </Notice>
    </div>
  );
  return { before, them: asked > 0 ? them : null, question };
}

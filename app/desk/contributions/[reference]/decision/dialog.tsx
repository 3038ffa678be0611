'use client';

import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

type DialogProps = { title: ReactNode; close: () => void; children: ReactNode };

/** A modal window: it takes the focus, Escape closes it, and the focus returns to where it was. */
export function Dialog({ title, close, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    // Closed before it is removed: removing an open dialog would lose the focus.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(46rem,calc(100vw-2rem))] overflow-y-auto border border-edge bg-surface px-5 py-4 text-ink backdrop:bg-black/50"
      onClose={close}
      onClick={(event) => {
        // The target of a link on this page is behind the window.
        if (event.target instanceof Element && event.target.closest('a[href^="#"]')) dialog.current?.close();
      }}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 id={id} ref={heading} tabIndex={-1} className="text-xl focus:outline-none">
          {title}
        </h3>
        <button type="button" onClick={() => dialog.current?.close()} className="link min-h-8 cursor-pointer text-sm">
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}

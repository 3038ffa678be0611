'use client';

import { createContext, use, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

export type OfferedSnippet = { id: string; title: string; text: string };

const Snippets = createContext<readonly OfferedSnippet[]>([]);

/** Provides the desk's standard texts to the reason fields inside it. */
export function SnippetsProvider({ snippets, children }: { snippets: readonly OfferedSnippet[]; children: ReactNode }) {
  return <Snippets value={snippets}>{children}</Snippets>;
}

/** Offers standard texts, to be inserted into the text area `field` beside it and edited there. */
export function SnippetPicker({ field, insert }: { field: string; insert: (text: string) => void }) {
  const snippets = use(Snippets);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (snippets.length === 0) return null;
  const list = `${field}-snippets`;
  return (
    <div
      className="no-print mt-1"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close(setOpen, opener);
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
        className="link min-h-8 cursor-pointer text-sm"
      >
        {open ? 'Close the list' : 'Insert words…'}
      </button>
      <ul
        id={list}
        hidden={!open}
        className="mt-1 max-h-80 max-w-[46rem] overflow-y-auto border border-rule bg-surface"
      >
        {open &&
          snippets.map(({ id, title, text }) => (
            <li key={id} className="border-b border-rule last:border-b-0">
              <button
                type="button"
                className="block w-full cursor-pointer px-3 py-2 text-start text-sm hover:bg-wash"
                onClick={() => {
                  setOpen(false);
                  insert(text);
                }}
              >
                <span className="font-semibold">{title}</span>
                <span className="block text-muted">{text}</span>
              </button>
            </li>
          ))}
        {open && (
          <li className="px-3 py-2 text-sm">
            {/* A new window, so that this one keeps its typed text. */}
            <a href="/desk/snippets" target="_blank" rel="noreferrer" className="link">
              Add or change words (new window)
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}

function close(setOpen: (open: boolean) => void, opener: RefObject<HTMLButtonElement | null>) {
  setOpen(false);
  opener.current?.focus();
}

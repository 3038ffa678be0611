'use client';

import { useState } from 'react';
import { Notice } from '@/app/_components/notice';
import { useSentDecision } from './decision-context';
import { SIGNATORY_PARTS } from './decision-fields';
import { wordsOf } from './kept-choices';

const AMENDED_PARTS = [...['value', ...SIGNATORY_PARTS].map((part) => `amended-${part}`), 'note', 'source'];

/** Somebody else was faster: the cell has no fields any more, but what was typed into them is still the editor's. */
export function TypedForNothing({ id, title, words }: { id: string; title: string; words: readonly string[] }) {
  const { typed, fault, recorded, kept, drop } = useSentDecision(id);
  const [dropped, setDropped] = useState(false);
  const parts = typed('outcome') === 'amend' ? [...AMENDED_PARTS, 'reason'] : ['reason'];
  // Without a script it is what came back with the form.
  const sent = fault('outcome') ? parts.map(typed).filter((text): text is string => Boolean(text)) : [];
  const shown = words.length > 0 ? words : kept ? wordsOf(kept) : sent;
  if (recorded || dropped || shown.length === 0) return null;
  return (
    <div className="mt-3">
      <Notice kind="warning" title="What you had typed here">
        <ul aria-label={`Typed for ${title}`}>
          {shown.map((text, at) => (
            <li key={at} className="whitespace-pre-line">
              {text}
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="link mt-1 min-h-8 cursor-pointer text-sm"
          onClick={() => {
            setDropped(true);
            drop();
          }}
        >
          Forget it<span className="sr-only">: typed for {title}</span>
        </button>
      </Notice>
    </div>
  );
}

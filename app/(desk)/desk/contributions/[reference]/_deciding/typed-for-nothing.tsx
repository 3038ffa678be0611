'use client';

import { Notice } from '@/app/_components/notice';
import { useSentDecision } from './decision-context';
import { SIGNATORY_PARTS } from './decision-fields';

const AMENDED_PARTS = [...['value', ...SIGNATORY_PARTS].map((part) => `amended-${part}`), 'note', 'source'];

/** Somebody else was faster: the cell has no fields any more, but what was typed into them is still the editor's. */
export function TypedForNothing({ id, title, words }: { id: string; title: string; words: readonly string[] }) {
  const { typed, fault, recorded } = useSentDecision(id);
  const parts = typed('outcome') === 'amend' ? [...AMENDED_PARTS, 'reason'] : ['reason'];
  // Without a script it is what came back with the form.
  const sent = fault('outcome') ? parts.map(typed).filter((text): text is string => Boolean(text)) : [];
  const shown = words.length > 0 ? words : sent;
  if (recorded || shown.length === 0) return null;
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
      </Notice>
    </div>
  );
}

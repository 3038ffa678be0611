'use client';

import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTextInsertion } from '@/app/ui/held-text';
import { TextArea } from '@/app/ui/text-area';
import type { Handle } from '@/lib/review/note-schema';
import { openMention, suggestHandles } from '@/lib/review/mention-suggestions';

type MentionAreaProps = {
  text: string;
  change: (text: string) => void;
  error: string | undefined;
  mentionable: readonly Handle[];
};

/** So many names fit below the field. */
const MOST = 6;

/**
 * The text of a note. While a word after @ is typed, the editors it can mean are listed: arrow keys choose, Enter or Tab
 * takes one, Escape closes the list. Without a script, and to read all of them, the names are in the list below.
 */
export function MentionArea({ text, change, error, mentionable }: MentionAreaProps) {
  const id = useId();
  const { area, insert } = useTextInsertion(text, change);
  const [cursor, setCursor] = useState<number | null>(null);
  const [chosen, choose] = useState(0);
  const mention = cursor === null ? null : openMention(text, cursor);
  const suggested = mention ? suggestHandles(mention.typed, mentionable, MOST) : [];
  const at = Math.min(chosen, suggested.length - 1);
  const close = () => setCursor(null);
  const take = ({ handle }: Handle) => {
    if (mention) area.current?.setSelectionRange(mention.start, cursor);
    insert(`@${handle}`, { spaceAfter: true });
    close();
  };
  const follow = () => {
    const now = area.current?.selectionStart ?? null;
    if (now === cursor) return;
    setCursor(now);
    choose(0);
  };
  const press = (event: KeyboardEvent) => {
    const name = suggested[at];
    if (!name || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') choose((at + 1) % suggested.length);
    else if (event.key === 'ArrowUp') choose((at + suggested.length - 1) % suggested.length);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(name);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextArea
        ref={area}
        id="internal-note"
        name="text"
        label="Note to the other editors"
        hint="An editor who is mentioned with @ gets a notice."
        rows={3}
        value={text}
        onChange={(event) => {
          change(event.target.value);
          setCursor(event.target.selectionStart);
          choose(0);
        }}
        onKeyDown={press}
        onClick={follow}
        onBlur={close}
        error={error}
        aria-autocomplete="list"
        aria-controls={suggested.length > 0 ? id : undefined}
        aria-activedescendant={suggested.length > 0 ? `${id}-${at}` : undefined}
      />
      <p role="status" className="sr-only">
        {suggested.length > 0 &&
          `${suggested.length === 1 ? 'One editor' : `${suggested.length} editors`} can be mentioned: choose with the arrow keys.`}
      </p>
      {suggested.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label="Editors to mention"
          className="max-w-[46rem] border border-edge bg-surface"
        >
          {suggested.map((one, index) => (
            <div
              key={one.userId}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
              className={`flex min-h-8 cursor-pointer flex-wrap items-center gap-x-3 px-3 text-sm wrap-anywhere ${index === at ? 'bg-accent-wash outline outline-accent' : ''}`}
            >
              <span className="font-semibold">@{one.handle}</span>
              <span className="text-muted">{one.name}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

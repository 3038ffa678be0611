'use client';

import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { KeyList } from './key-list';
import { commandOf } from './review-keys';
import { lettersOn, switchLetters, watchLetters } from './letters';
import { useReviewCommands } from './use-review-commands';

/** Handles the keys of the whole page, announces what they did, and lists them. */
export function Keyboard() {
  const on = useSyncExternalStore(watchLetters, lettersOn, () => true);
  const [listed, list] = useState(false);
  const [said, say] = useState('');
  const run = useReviewCommands();
  /** The change whose cell has the focus, or had it last. */
  const current = useRef<string | null>(null);
  const follow = useEffectEvent(() => {
    current.current = changeAround(document.activeElement) ?? current.current;
  });
  const toggle = useRef<HTMLButtonElement>(null);
  /** The focus stays where it is, unless it was in the list. */
  const close = () => {
    if (document.activeElement?.closest('#keys')) toggle.current?.focus();
    list(false);
  };
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    // A window over the page has its own keys.
    if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
    const typing = isTyping(event.target);
    if (event.key === 'Escape' && listed && !typing) return close();
    const command = commandOf(event, typing, on);
    if (command === null) return;
    event.preventDefault();
    const cell = document.getElementById(`cell-${current.current}`);
    if (command === 'leaveField') return cell?.focus();
    if (command === 'keys') return list((open) => !open);
    say(run(command, cell && current.current));
  });
  useEffect(() => {
    document.addEventListener('focusin', follow);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <button
        ref={toggle}
        type="button"
        aria-expanded={listed}
        aria-controls="keys"
        onClick={() => list(!listed)}
        className="link min-h-8 cursor-pointer text-sm"
      >
        Keys{on && ' (?)'}
      </button>
      {listed && <KeyList on={on} switchTo={switchLetters} close={close} />}
    </>
  );
}

const CELL = 'cell-';

const changeAround = (element: Element | null) => element?.closest(`article[id^="${CELL}"]`)?.id.slice(CELL.length);

/** Whether an element accepts typed text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

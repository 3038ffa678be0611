'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { carryOut, cellAround, isTyping } from './carry-out';
import { KeyList } from './key-list';
import { commandOf } from './review-keys';
import { lettersOn, switchLetters, watchLetters } from './letters';

/** Lets the whole page be worked by keys, says what they did, and lists them. */
export function Keyboard() {
  const on = useSyncExternalStore(watchLetters, lettersOn, () => true);
  const [listed, list] = useState(false);
  const [said, say] = useState('');
  const current = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const follow = () => {
      current.current = cellAround(document.activeElement) ?? current.current;
    };
    const pressed = (event: KeyboardEvent) => {
      // A window over the page has its own keys.
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return;
      const command = commandOf(event, isTyping(event.target), on);
      if (command === null) return;
      event.preventDefault();
      const cell = current.current?.isConnected ? current.current : null;
      if (command === 'leaveField') return cell?.focus();
      if (command === 'keys') return list((open) => !open);
      say(carryOut(command, cell));
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('keydown', pressed);
    };
  }, [on]);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <button
        type="button"
        aria-expanded={listed}
        aria-controls="keys"
        onClick={() => list(!listed)}
        className="link min-h-8 cursor-pointer text-sm"
      >
        Keys{on && ' (?)'}
      </button>
      {listed && <KeyList on={on} switchTo={switchLetters} close={() => list(false)} />}
    </>
  );
}

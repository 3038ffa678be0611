'use client';

import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

type Say = (message: ReactNode, pressed: HTMLElement | null) => void;

const Place = createContext<Say | null>(null);

/** Shows a message at the nearest surrounding place, if there is one. */
export const useMessagePlace = () => use(Place);

export const isThere = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.isConnected && element.getClientRects().length > 0;

export const isFocusLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Shows the success of a form that may disappear at that moment: published, undone, revoked. The message stays after
 * the form is removed, and takes the focus if the pressed button was removed too.
 */
export function MessagePlace({ children, className = 'mt-3' }: { children: ReactNode; className?: string }) {
  const [message, setMessage] = useState<ReactNode>(null);
  const region = useRef<HTMLDivElement>(null);
  /** The last pressed and answered button, until the next key or click. */
  const answered = useRef<HTMLElement | null>(null);
  const say = useCallback<Say>((said, pressed) => {
    answered.current = pressed;
    setMessage(said);
  }, []);
  useEffect(() => {
    if (message !== null) region.current?.scrollIntoView({ block: 'nearest' });
  }, [message]);
  // After every render: the page's new state, without the button, may arrive with the message or after it.
  useEffect(() => {
    if (message === null || answered.current === null || isThere(answered.current) || !isFocusLost()) return;
    answered.current = null;
    region.current?.focus();
  });
  useEffect(() => {
    const goOn = () => {
      answered.current = null;
    };
    document.addEventListener('pointerdown', goOn, true);
    document.addEventListener('keydown', goOn, true);
    return () => {
      document.removeEventListener('pointerdown', goOn, true);
      document.removeEventListener('keydown', goOn, true);
    };
  }, []);
  return (
    <Place value={say}>
      {children}
      <div ref={region} role="status" tabIndex={-1} className={message === null ? undefined : className}>
        {message}
      </div>
    </Place>
  );
}

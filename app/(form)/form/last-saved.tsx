'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { sayTimeHere } from '@/lib/platform/i18n/dates';

const SAVED = 'draft-saved';
let savedHere: Date | null = null;

/** Tells the page that the server has confirmed a save. */
export function tellSaved(at: Date): void {
  savedHere = at;
  window.dispatchEvent(new Event(SAVED));
}

function listen(changed: () => void): () => void {
  window.addEventListener(SAVED, changed);
  return () => window.removeEventListener(SAVED, changed);
}

/** When the draft was last saved: the server's time, until this page saves. */
export function LastSaved({ children }: { children: ReactNode }) {
  const t = useTranslations('contribute.form');
  const locale = useLocale();
  const at = useSyncExternalStore(
    listen,
    () => savedHere,
    () => null,
  );
  return at ? t('savedAt', { time: sayTimeHere(at, locale) }) : children;
}

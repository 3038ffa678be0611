'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTyped } from './step-context';

const PAUSE = 1_500;

/**
 * How much may be written, and near the limit how much is left. Screen readers hear it in a typing pause, not at each
 * key.
 */
export function CharacterCount({ name, max }: { name: string; max: number }) {
  const t = useTranslations('contribute.form');
  const typed = useTyped(name);
  const now: unknown = useWatch({ name });
  const left = max - (typeof now === 'string' ? now : typed).length;
  const scarce = left < max / 5;
  const words =
    left < 0 ? t('charactersOver', { over: -left }) : scarce ? t('charactersLeft', { left }) : t('characters', { max });
  const said = useAfterPause(scarce ? words : '');
  return (
    <>
      <span className={left < 0 ? 'font-semibold text-danger' : undefined}>{words}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

/** The value as it was when it last stayed unchanged for a while; empty at first. */
function useAfterPause(words: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { countWords } from '@/lib/platform/text/count-words';
import { useTyped } from './step-context';

const PAUSE = 1_500;

/**
 * How much may be written, and near the limit how much is left. Screen readers hear it in a typing pause, not at each
 * key.
 */
export function CharacterCount({ name, max }: { name: string; max: number }) {
  const t = useTranslations('contribute.form');
  const left = max - useTextNow(name).length;
  const scarce = left < max / 5;
  const words =
    left < 0 ? t('charactersOver', { over: -left }) : scarce ? t('charactersLeft', { left }) : t('characters', { max });
  return <Count words={words} over={left < 0} scarce={scarce} />;
}

/** How many words there are of those that are allowed. */
export function WordCount({ name, max }: { name: string; max: number }) {
  const t = useTranslations('questions.words');
  const count = countWords(useDeferredValue(useTextNow(name)));
  return <Count words={t('count', { count, max })} over={count > max} scarce={count > max * 0.8} />;
}

function useTextNow(name: string): string {
  const typed = useTyped(name);
  const now: unknown = useWatch({ name });
  return typeof now === 'string' ? now : typed;
}

function Count({ words, over, scarce }: { words: string; over: boolean; scarce: boolean }) {
  const said = useAfterPause(scarce ? words : '');
  return (
    <>
      <span className={over ? 'font-semibold text-danger' : undefined}>{words}</span>
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

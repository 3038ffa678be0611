'use client';

import { useTranslations } from 'next-intl';
import type { Question } from '@/lib/questions/registry';
import { isAnsweredByText } from '@/lib/questions/registry';
import { TypedArea, TypedText } from './typed-fields';

/** The free text that every question has: the answer itself, or an addition to the other fields. */
export function AnswerField({ question }: { question: Question }) {
  const t = useTranslations('questions.kinds');
  const { kind, maxLength: max, maxWords } = question;
  const label = t(`${kind}.text`);
  if ('size' in question && question.size === 'short')
    return <TypedText name="text" label={label} max={max} maxWords={maxWords} />;
  const rows = isAnsweredByText(question) ? 6 : 3;
  return <TypedArea name="text" label={label} max={max} maxWords={maxWords} rows={rows} markdown />;
}

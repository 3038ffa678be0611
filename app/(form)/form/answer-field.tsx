'use client';

import { useTranslations } from 'next-intl';
import type { KindName } from '@/lib/questions/registry';
import { isAnsweredByText } from '@/lib/questions/registry';
import { TypedArea } from './typed-fields';

/** The free text that every question has: the answer itself, or an addition to the other fields. */
export function AnswerField({ question }: { question: { kind: KindName; maxLength: number } }) {
  const t = useTranslations('questions.kinds');
  const rows = isAnsweredByText(question) ? 12 : 5;
  return <TypedArea name="text" label={t(`${question.kind}.text`)} max={question.maxLength} rows={rows} markdown />;
}

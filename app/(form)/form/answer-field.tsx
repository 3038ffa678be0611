'use client';

import { useTranslations } from 'next-intl';
import { TypedArea } from './typed-fields';

/** The free text that every question has: the answer itself, or what is to be added to the structured parts. */
export function AnswerField({ max, besides = false }: { max: number; besides?: boolean }) {
  const t = useTranslations('contribute.form.answer');
  return (
    <TypedArea name="text" label={besides ? t('besides') : t('label')} max={max} rows={besides ? 5 : 12} markdown />
  );
}

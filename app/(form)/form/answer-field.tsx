'use client';

import { useTranslations } from 'next-intl';
import type { Question } from '@/lib/questions/registry';
import { isAnsweredByText } from '@/lib/questions/registry';
import { FoldedFields } from './folded-fields';
import { TypedArea, TypedText } from './typed-fields';

/** The free text that every question has: the answer itself, or an addition to the other fields, folded while empty. */
export function AnswerField({ question }: { question: Question }) {
  const t = useTranslations('questions.kinds');
  const { kind, maxLength: max, maxWords } = question;
  const label = t(`${kind}.text`);
  if ('size' in question && question.size === 'short')
    return <TypedText name="text" label={label} max={max} maxWords={maxWords} />;
  const area = { name: 'text', label, max, maxWords, markdown: true } as const;
  if (isAnsweredByText(question)) return <TypedArea {...area} rows={6} />;
  return (
    <FoldedFields id="more-words" names={['text']} summary={label}>
      <TypedArea {...area} rows={3} labelHidden />
    </FoldedFields>
  );
}

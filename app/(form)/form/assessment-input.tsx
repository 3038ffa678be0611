'use client';

import { useTranslations } from 'next-intl';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { ChoiceInput } from './choice-input';
import { CellPart } from './proposal-cell';

/** "Not assessed" is the initial state of every criterion, so it can't be proposed. */
const PROPOSABLE = ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed');

export function AssessmentInput({ criterion, title, isNew }: { criterion: string; title: string; isNew: boolean }) {
  const t = useTranslations('contribute.form.proposal');
  const values = useTranslations('common.values');
  return (
    <ChoiceInput
      name={`cells.${criterion}.value`}
      label={<CellPart cell={title} part={t('proposed')} />}
      none={isNew ? t('notSaid') : t('noChange')}
      options={PROPOSABLE.map((value) => [value, values(value)])}
    />
  );
}

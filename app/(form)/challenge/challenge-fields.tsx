'use client';

import { useTranslations } from 'next-intl';
import { CellPart } from '@/app/(form)/form/proposal-cell';
import { FactInput } from '@/app/(form)/form/fact-input';
import { RecordInput } from '@/app/(form)/form/record-input';
import type { RecordOptions } from '@/app/(form)/form/record-input';
import { useField, useTyped } from '@/app/(form)/form/step-context';
import { TypedArea, TypedCheckbox, TypedText } from '@/app/(form)/form/typed-fields';
import { RadioGroup } from '@/app/ui/radio-group';
import { ASSESSMENT_VALUES, TEXT_LIMITS } from '@/lib/agreements/constants';
import { fieldOf, isCellField, isRecordField } from '@/lib/agreements/facts/registry';

type ChallengeFieldsProps = {
  /** The key of the cell in the form. */
  cell: string;
  title: string;
  /** The cell has no value yet. */
  isNew: boolean;
  clearable: boolean;
  options: RecordOptions;
};

/** The value, its note and its source. */
export function ChallengeFields({ cell, title, isNew, clearable, options }: ChallengeFieldsProps) {
  const t = useTranslations('contribute.form.proposal');
  const field = fieldOf(cell);
  return (
    <div id="cells" tabIndex={-1} className="space-y-6">
      {field === null && <AssessmentChoice criterion={cell} title={title} />}
      {isCellField(cell) && <FactInput field={cell} isNew={isNew} options={options} />}
      {field !== null && !isCellField(cell) && isRecordField(field) && (
        <RecordInput field={field} cell={cell} title={title} isNew={isNew} options={options} />
      )}
      {clearable && <TypedCheckbox name={`cells.${cell}.clear`} label={<CellPart cell={title} part={t('clear')} />} />}
      <TypedArea
        name={`cells.${cell}.note`}
        label={<CellPart cell={title} part={t('note')} />}
        hint={t('noteHint')}
        rows={3}
        max={TEXT_LIMITS.note}
      />
      <TypedText
        name={`cells.${cell}.source`}
        label={<CellPart cell={title} part={t('source')} />}
        hint={t('sourceHint')}
      />
    </div>
  );
}

/** One tap a value. That a criterion is not assessed can't be proposed. */
function AssessmentChoice({ criterion, title }: { criterion: string; title: string }) {
  const [t, values] = [useTranslations('challenges.form'), useTranslations('common.values')];
  const name = `cells.${criterion}.value`;
  const { id, error, ...control } = useField(name);
  return (
    <RadioGroup
      id={id}
      name={name}
      legend={<CellPart cell={title} part={t('yourValue')} />}
      error={error}
      options={[
        ...ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed').map((value) => ({
          value,
          label: values(value),
        })),
        { value: '', label: <span className="text-muted">{t('asToday')}</span> },
      ]}
      defaultValue={useTyped(name)}
      inputProps={control}
      inline
    />
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Fieldset } from '@/app/ui/fieldset';
import { NOT_APPLICABLE } from '@/lib/questions/question-key';
import type { recordFields } from '@/lib/questions/record-fields';
import type { SettingsOf } from '@/lib/questions/value-kind';
import { useField } from './step-context';
import { TypedChoice, TypedText } from './typed-fields';

type RatingField = SettingsOf<(typeof recordFields)['rating']['settings']>;
type RatingInputProps = {
  name: string;
  label: string;
  hint?: string;
  mark?: string;
  required?: boolean;
  field: RatingField;
};

/** The levels of a scale, once or for each row, each with a field for a link to the evidence where that is asked. */
export function RatingInput({ name, label, hint, mark, required = false, field }: RatingInputProps) {
  const { id, error } = useField(name);
  const { rows, everyRow = false } = field;
  if (!rows)
    return <LevelInput name={name} legend={label} hint={hint} mark={mark} clearable={!required} field={field} />;
  return (
    <Fieldset id={id} legend={label} hint={hint} mark={mark} error={error}>
      <div className="space-y-6">
        {rows.map(({ key, label: row }) => (
          <LevelInput
            key={key}
            name={`${name}.rows.${key}`}
            legend={row}
            clearable={!(required && everyRow)}
            field={field}
          />
        ))}
      </div>
    </Fieldset>
  );
}

type LevelInputProps = {
  name: string;
  legend: string;
  hint?: string;
  mark?: string;
  clearable: boolean;
  field: RatingField;
};

function LevelInput({ name, legend, hint, mark, clearable, field }: LevelInputProps) {
  const t = useTranslations('questions.rating');
  return (
    <div className="space-y-3">
      <TypedChoice
        name={`${name}.level`}
        legend={legend}
        hint={hint}
        mark={mark}
        clearable={clearable}
        inline
        options={[
          ...field.levels.map(({ key, label }) => ({ value: key, label })),
          ...(field.notApplicable ? [{ value: NOT_APPLICABLE, label: t('notApplicable') }] : []),
        ]}
      />
      {field.evidence && (
        <TypedText
          name={`${name}.evidence`}
          label={field.rows ? t('evidenceOf', { row: legend }) : t('evidence')}
          hint={t('evidenceHint')}
          type="url"
          inputMode="url"
          autoComplete="off"
        />
      )}
    </div>
  );
}

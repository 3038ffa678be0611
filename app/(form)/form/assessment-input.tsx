'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/app/ui/field-error';
import { errorId } from '@/app/ui/field';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { useField, useTyped } from './step-context';

/** "Not assessed" is the initial state of every criterion, so it can't be proposed. */
const PROPOSABLE = ASSESSMENT_VALUES.filter((value) => value !== 'not_assessed');

/** One tap for each value; the first button proposes nothing. The row around it has the name of the criterion. */
export function AssessmentInput({ criterion, isNew }: { criterion: string; isNew: boolean }) {
  const t = useTranslations('contribute');
  const values = useTranslations('common.values');
  const name = `cells.${criterion}.value`;
  const typed = useTyped(name);
  const { id, error, ...control } = useField(name);
  const options: [value: string, word: string][] = [
    ['', isNew ? t('choose.notKnown') : t('form.proposal.noChange')],
    ...PROPOSABLE.map((value): [string, string] => [value, values(value)]),
  ];
  return (
    <div id={id} tabIndex={-1} className={error ? 'border-s-4 border-danger ps-4' : undefined}>
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
      <div className="grid grid-cols-5 gap-x-1">
        {options.map(([value, word]) => (
          <label
            key={value}
            htmlFor={`${id}-${value || 'none'}`}
            className="flex min-h-11 flex-col items-center gap-1 py-1 text-center text-xs leading-tight"
          >
            <input
              {...control}
              type="radio"
              id={`${id}-${value || 'none'}`}
              value={value}
              defaultChecked={typed === value}
              aria-describedby={error && errorId(id)}
              className="size-5 shrink-0"
            />
            {word}
          </label>
        ))}
      </div>
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { cellName } from '@/lib/agreements/facts/cell-name';
import { fieldOf, isOfRegister } from '@/lib/agreements/facts/registry';
import type { RowField } from '@/lib/agreements/facts/registry';
import { isNewRow } from '@/lib/questions/proposal-changes';
import { isBlank } from '@/lib/questions/typed-fields';
import { useIsFound } from './cell-search';
import { ProposalCell } from './proposal-cell';
import type { CellNow } from './proposal-cell';
import { RecordInput } from './record-input';
import type { RecordOptions } from './record-input';
import { useStepWords } from './step-context';
import { Unfolding } from './unfolding';
import { useHydrated } from './use-hydrated';

type RowFactsProps = {
  field: RowField;
  isNew: boolean;
  cells: Record<string, CellNow>;
  options: RecordOptions;
};

/**
 * A fact of any number of rows: those of today, each to be corrected or removed, and new ones. One empty row is always
 * there, so that without a script each saving makes room for another.
 */
export function RowFacts({ field, isNew, cells, options }: RowFactsProps) {
  const t = useTranslations('contribute.form.proposal.rows');
  const words = useTranslations('facts');
  const { values, names } = useStepWords();
  const { formState } = useFormContext();
  const label = words(`${field}.label`);
  const titleOf = (key: string) => cellName({ [field]: label }, key, { agreements: names, criteria: names });
  const today = Object.keys(cells)
    .filter((key) => fieldOf(key) === field && cells[key]?.today !== undefined)
    .sort();
  const typed = newRowsIn(values, field);
  const [added, setAdded] = useState(1);
  const next = Math.max(0, ...typed.map(numberOf)) + 1;
  const fresh = [...typed, ...Array.from({ length: added }, (_, at) => `${field}:+${next + at}`)];
  const isInUse = (key: string) =>
    !isBlank(get(values, `cells.${key}`) ?? '') || get(formState.errors, `cells.${key}`) !== undefined;
  const inUse = [...today, ...fresh].some(isInUse);
  return (
    <div className="cell-line border-t border-rule" data-found={useIsFound(field)}>
      <Unfolding needed={inUse} id={`rows-${field}`}>
        <summary className="min-h-11 py-3 marker:text-muted">
          <h3 className="ms-1 inline font-sans text-base font-semibold">{label}</h3>{' '}
          <span className="ms-2 text-sm text-muted">
            {isNew || isOfRegister(field) ? '' : t('today', { count: today.length })}
          </span>
        </summary>
        {today.map((key) => (
          <ProposalCell
            key={key}
            cell={key}
            title={titleOf(key)}
            hint=""
            isNew={isNew}
            now={cells[key]}
            clearable="at once"
          >
            <RecordInput field={field} cell={key} title={titleOf(key)} isNew={isNew} options={options} />
          </ProposalCell>
        ))}
        {fresh.map((key, at) => (
          <ProposalCell
            key={key}
            cell={key}
            title={t('new', { fact: label, number: at + 1 })}
            hint={words(`${field}.help`)}
            isNew
            unfolded
          >
            <RecordInput
              field={field}
              cell={key}
              title={t('new', { fact: label, number: at + 1 })}
              isNew
              options={options}
            />
          </ProposalCell>
        ))}
        {useHydrated() && (
          <Button type="button" variant="quiet" className="mb-4" onClick={() => setAdded(added + 1)}>
            {t('add', { fact: label })}
          </Button>
        )}
      </Unfolding>
    </div>
  );
}

const newRowsIn = (values: unknown, field: RowField): string[] =>
  Object.entries((get(values, 'cells') ?? {}) as Record<string, unknown>) // the form's cells by key
    .filter(([key, typed]) => isNewRow(key) && fieldOf(key) === field && !isBlank(typed))
    .map(([key]) => key)
    .sort((one, other) => numberOf(one) - numberOf(other));

const numberOf = (key: string) => Number(key.split('+')[1]);

'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { Fieldset } from '@/app/ui/fieldset';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { RecordTexts } from '@/lib/questions/proposal-changes';
import type { PartiesValues } from '@/lib/questions/typed-proposal';
import { isBlank } from '@/lib/questions/typed-fields';
import { fieldId, INTENTS } from './names';
import { useStepWords } from './step-context';
import { TypedArea, TypedCheckbox, TypedText } from './typed-fields';
import { Unfolding } from './unfolding';

export type CellNow = {
  /** The present cell, rendered; and its values as they would be in fields. */
  today?: ReactNode;
  copy?: string | PartiesValues | RecordTexts;
  /** The value when the proposal was begun, where it has changed since. */
  then?: ReactNode;
  /** How many other contributions want to change it. */
  others?: number;
};

type ProposalCellProps = {
  cell: string;
  title: string;
  hint: string;
  help?: string;
  isNew: boolean;
  now?: CellNow;
  /** It can be proposed that it has no value. */
  clearable?: boolean;
  children: ReactNode;
};

/** One cell: its present value on one side, the proposed value on the other. */
export function ProposalCell({ cell, title, hint, help, isNew, now, clearable = false, children }: ProposalCellProps) {
  return (
    <div className="border-t border-rule py-6">
      <Fieldset id={fieldId(`cells.${cell}`)} legend={title} hint={hint || undefined}>
        {isNew && help && <WhatToLookFor help={help} title={title} />}
        <div
          className={
            isNew ? undefined : 'gap-x-10 space-y-5 md:grid md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:space-y-0'
          }
        >
          {!isNew && <Today cell={cell} title={title} now={now} help={help} />}
          <div className="space-y-3">
            {children}
            {clearable && <ClearBox cell={cell} title={title} />}
            <NoteAndSource cell={cell} title={title} />
          </div>
        </div>
      </Fieldset>
    </div>
  );
}

function Today({ cell, title, now, help }: { cell: string; title: string; now?: CellNow; help?: string }) {
  const t = useTranslations('contribute.form.proposal');
  const others = useTranslations('finding.others');
  return (
    <div className="min-w-0 text-sm">
      {now?.then && (
        <div className="mb-4 border-s-2 border-warn ps-3">
          <p className="eyebrow mb-1">{t('moved.then')}</p>
          {now.then}
        </div>
      )}
      <p className="eyebrow mb-1">{now?.then ? t('moved.now') : t('today')}</p>
      {now?.today ?? <p className="text-muted">{t('todayEmpty')}</p>}
      {now?.others !== undefined && (
        <p className="mt-2 border-s-2 border-accent ps-3">{others('here', { count: now.others })}</p>
      )}
      {now?.copy !== undefined && <CopyButton cell={cell} title={title} copy={now.copy} />}
      {help && <WhatToLookFor help={help} title={title} />}
    </div>
  );
}

/** How to decide which value is right, in the dataset's own words. */
function WhatToLookFor({ help, title }: { help: string; title: string }) {
  const t = useTranslations('contribute.form.proposal');
  return (
    <details className="mt-1 max-w-measure text-sm">
      <summary className="w-fit py-1 text-accent" aria-label={t('partOf', { cell: title, part: t('help') })}>
        {t('help')}
      </summary>
      <p className="text-muted">{help}</p>
    </details>
  );
}

/**
 * Fills the fields with the present value, so that only a part has to be changed. Without a script, the server does so.
 */
function CopyButton({ cell, title, copy }: { cell: string; title: string; copy: NonNullable<CellNow['copy']> }) {
  const t = useTranslations('contribute.form.proposal');
  const { setValue } = useFormContext();
  const { formChanged } = useStepWords();
  return (
    <Button
      type="submit"
      name="intent"
      value={`${INTENTS.copy}:${cell}`}
      variant="quiet"
      className="px-0! text-sm"
      aria-label={t('copyOf', { cell: title })}
      onClick={(event) => {
        event.preventDefault();
        const texts = fieldsFor(cell, copy);
        for (const [name, text] of Object.entries(texts)) setValue(name, text, { shouldDirty: true });
        formChanged();
        document.getElementById(fieldId(Object.keys(texts)[0] ?? ''))?.focus();
      }}
    >
      {t('copy')}
    </Button>
  );
}

/** The fields that hold the present value, by name. */
function fieldsFor(cell: string, copy: NonNullable<CellNow['copy']>): Record<string, string | boolean> {
  if (typeof copy === 'string') return { [`cells.${cell}.value`]: copy };
  if ('parts' in copy) return { ...under(`cells.${cell}.parts`, copy.parts), [`cells.${cell}.whole`]: 'true' };
  return under(cell, copy);
}

const under = <Value,>(name: string, fields: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).map(([part, value]) => [`${name}.${part}`, value]));

/** Proposes that the fact has no value, such as a maintainer where there is none; the note says why. */
function ClearBox({ cell, title }: { cell: string; title: string }) {
  const t = useTranslations('contribute.form.proposal');
  return (
    <TypedCheckbox
      name={`cells.${cell}.clear`}
      label={<CellPart cell={title} part={t('clear')} />}
      hint={t('clearHint')}
    />
  );
}

function NoteAndSource({ cell, title }: { cell: string; title: string }) {
  const t = useTranslations('contribute.form.proposal');
  const { values } = useStepWords();
  const { formState } = useFormContext();
  const typed = (part: string): unknown => get(values, `cells.${cell}.${part}`) ?? '';
  const written = !isBlank(['note', 'source', 'asOf', 'clear'].map(typed));
  const faulty = ['note', 'source', 'asOf'].some(
    (part) => get(formState.errors, `cells.${cell}.${part}`) !== undefined,
  );
  return (
    <Unfolding needed={written || faulty}>
      <summary
        className="w-fit py-1 text-sm text-accent"
        aria-label={t('partOf', { cell: title, part: t('noteAndSource') })}
      >
        {t('noteAndSource')}
      </summary>
      <div className="mt-2 space-y-4 pb-2">
        <TypedArea
          name={`cells.${cell}.note`}
          label={<CellPart cell={title} part={t('note')} />}
          hint={t('noteHint')}
          rows={2}
          max={TEXT_LIMITS.note}
        />
        <TypedText
          name={`cells.${cell}.source`}
          label={<CellPart cell={title} part={t('source')} />}
          hint={t('sourceHint')}
        />
        <TypedText
          name={`cells.${cell}.asOf`}
          label={<CellPart cell={title} part={t('asOf')} />}
          hint={t('asOfHint')}
          width="short"
        />
      </div>
    </Unfolding>
  );
}

/** The visible label is short, below the title of its cell; screen readers need the cell and the part in one label. */
export function CellPart({ cell, part }: { cell: string; part: string }) {
  return (
    <>
      <span className="sr-only">{cell}: </span>
      {part}
    </>
  );
}

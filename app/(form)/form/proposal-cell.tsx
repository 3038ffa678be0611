'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { hintId } from '@/app/ui/field';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import type { RecordTexts } from '@/lib/questions/proposal-changes';
import type { PartiesValues } from '@/lib/questions/typed-proposal';
import { isBlank } from '@/lib/questions/typed-fields';
import { useIsFound } from './cell-search';
import { fieldId, INTENTS } from './names';
import { useStepWords } from './step-context';
import { TypedArea, TypedCheckbox, TypedText } from './typed-fields';
import { Unfolding } from './unfolding';

export type CellNow = {
  /** The present cell, rendered; and its values as they would be in fields. */
  today?: ReactNode;
  /** Its value in one line of text. */ brief?: string;
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
  isNew: boolean;
  now?: CellNow;
  /** A word after the title, such as “needed”. */
  mark?: ReactNode;
  /** It is open when the page opens. */
  unfolded?: boolean;
  /** It can be proposed that it has no value; of a row, which is removed so, the box is seen at once. */
  clearable?: boolean | 'at once';
  children: ReactNode;
};

/**
 * One cell: a line with its name and its present value. It unfolds into the present value on one side, the proposed
 * value on the other; what is typed, faulty or in conflict is unfolded when the page opens.
 */
export function ProposalCell(props: ProposalCellProps) {
  const { cell, title, hint, isNew, now, mark, unfolded = false, clearable = false, children } = props;
  const id = fieldId(`cells.${cell}`);
  const needed = useIsNeeded(cell) || unfolded || now?.then !== undefined;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={hint ? hintId(id) : undefined}
      data-found={useIsFound(cell)}
      className="cell-line border-t border-rule"
    >
      <Unfolding needed={needed} className="group/cell">
        <summary className="min-h-11 py-2.5 marker:text-muted">
          <CellLine id={id} title={title} mark={mark} isNew={isNew} now={now} />
        </summary>
        <div className="pb-5">
          {hint && (
            <p id={hintId(id)} className="mb-3 max-w-measure text-sm text-muted">
              {hint}
            </p>
          )}
          <div
            className={
              isNew ? undefined : 'gap-x-10 space-y-4 md:grid md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:space-y-0'
            }
          >
            {!isNew && <Today cell={cell} title={title} now={now} />}
            <div className="space-y-2">
              {children}
              {clearable === 'at once' && <ClearBox cell={cell} title={title} />}
              <NoteAndSource cell={cell} title={title} clearable={clearable === true} />
            </div>
          </div>
        </div>
      </Unfolding>
    </fieldset>
  );
}

/** Something is typed in the cell or faulty. */
function useIsNeeded(cell: string): boolean {
  const { values } = useStepWords();
  const { formState } = useFormContext();
  const isTyped = [`cells.${cell}`, cell].some((name) => !isBlank(get(values, name) ?? ''));
  return isTyped || [`cells.${cell}`, cell].some((name) => get(formState.errors, name) !== undefined);
}

type CellLineProps = Pick<ProposalCellProps, 'title' | 'mark' | 'isNew' | 'now'> & { id: string };

function CellLine({ id, title, mark, isNew, now }: CellLineProps) {
  const t = useTranslations('contribute.choose');
  const others = useTranslations('finding.others');
  return (
    <>
      <span id={`${id}-title`} className="ms-1 font-semibold">
        {title}
      </span>{' '}
      {mark && <span className="ms-2 text-sm text-muted">{mark}</span>}
      {!isNew && (
        <span dir="auto" className="ms-2 text-sm text-muted group-open/cell:hidden">
          {now?.brief ?? t('empty')}
        </span>
      )}{' '}
      {now?.others !== undefined && (
        <span className="ms-2 text-sm text-accent">{others('here', { count: now.others })}</span>
      )}
    </>
  );
}

/** The present value, and the one that the proposal was begun on where it differs. */
export function Today({ cell, title, now }: { cell: string; title: string; now?: CellNow }) {
  const t = useTranslations('contribute.form.proposal');
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
      {now?.copy !== undefined && <CopyButton cell={cell} title={title} copy={now.copy} />}
    </div>
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

type NoteAndSourceProps = {
  cell: string;
  title: string;
  /** With a box that proposes that there is no value. */ clearable?: boolean;
  /** Above the fields. */ children?: ReactNode;
};

export function NoteAndSource({ cell, title, clearable = false, children }: NoteAndSourceProps) {
  const t = useTranslations('contribute.form.proposal');
  const noteOrNone = useTranslations('contribute.choose')('noteOrNone');
  const name = clearable ? noteOrNone : t('noteAndSource');
  const { values } = useStepWords();
  const { formState } = useFormContext();
  const typed = (part: string): unknown => get(values, `cells.${cell}.${part}`) ?? '';
  const written = !isBlank(['note', 'source', 'asOf', 'clear'].map(typed));
  const faulty = ['note', 'source', 'asOf', 'clear'].some(
    (part) => get(formState.errors, `cells.${cell}.${part}`) !== undefined,
  );
  return (
    <Unfolding needed={written || faulty}>
      <summary className="w-fit py-1 text-sm text-accent" aria-label={t('partOf', { cell: title, part: name })}>
        {name}
      </summary>
      <div className="mt-2 space-y-4 pb-2">
        {children}
        {clearable && <ClearBox cell={cell} title={title} />}
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

'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { get } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { Fieldset } from '@/app/ui/fieldset';
import { holdsText } from '@/lib/contributions/drafts/holds-text';
import { fieldId, INTENTS } from './names';
import { useStepWords } from './step-context';

type RowsProps = {
  name: string;
  /** The label of the row with this number. */
  titleOf: (number: number) => string;
  addLabel: string;
  /** The first field of a new row. */
  first: string;
  /** Whether the rows can change places. */
  movable?: boolean;
  children: (name: string) => ReactNode;
};

/**
 * Blocks that can be added and removed. The buttons post the form; with a script they change the page directly, and a
 * removed block keeps its text until the page is closed, so that it can be restored.
 */
export function Rows({ name, titleOf, addLabel, first, movable = false, children }: RowsProps) {
  const { values, formChanged } = useStepWords();
  const stored: unknown = get(values, name);
  const [count, setCount] = useState(Math.max(1, Array.isArray(stored) ? stored.length : 0));
  const [removed, setRemoved] = useState<number[]>([]);
  const [focus, setFocus] = useState({ id: '' });
  useEffect(() => document.getElementById(focus.id)?.focus(), [focus]);

  const instead = (act: () => void) => (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    act();
    formChanged();
  };
  const add = instead(() => {
    setFocus({ id: fieldId(`${name}.${count}.${first}`) });
    setCount(count + 1);
  });
  const remove = (index: number) =>
    instead(() => {
      setFocus({ id: fieldId(`${name}.${index}.undo`) });
      setRemoved([...removed, index]);
    });
  const undo = (index: number) =>
    instead(() => {
      setFocus({ id: fieldId(`${name}.${index}.${first}`) });
      setRemoved(removed.filter((other) => other !== index));
    });

  const kept = count - removed.length;
  // The only block of an empty list has nothing to remove.
  const isRemovable = kept > 1 || holdsText(stored);
  const indices = Array.from({ length: count }, (_, index) => index);
  return (
    <div id={fieldId(name)} tabIndex={-1} className="space-y-5 sm:space-y-8">
      {indices.map((index) => {
        const number = indices.filter((other) => other <= index && !removed.includes(other)).length;
        const gone = removed.includes(index);
        return (
          <div key={index}>
            {gone && <Removed id={fieldId(`${name}.${index}.undo`)} what={titleOf(index + 1)} undo={undo(index)} />}
            <Row
              id={fieldId(`${name}.${index}`)}
              title={titleOf(number)}
              gone={gone}
              intent={`${INTENTS.remove}:${name}:${index}`}
              remove={isRemovable ? remove(index) : undefined}
              moves={movable && <Moves name={name} title={titleOf(number)} at={number - 1} count={kept} />}
            >
              {/* Of a row in which nothing is chosen, a browser would send nothing, and the rows would be renumbered. */}
              <input type="hidden" name={`${name}.${index}.Row`} value="" />
              {children(`${name}.${index}`)}
            </Row>
          </div>
        );
      })}
      <Button type="submit" name="intent" value={`${INTENTS.add}:${name}`} variant="secondary" onClick={add}>
        {addLabel}
      </Button>
    </div>
  );
}

type RowProps = {
  id: string;
  title: string;
  gone: boolean;
  intent: string;
  /** Absent where there is nothing to remove. */ remove?: (event: MouseEvent<HTMLButtonElement>) => void;
  moves: ReactNode;
  children: ReactNode;
};

function Row({ id, title, gone, intent, remove, moves, children }: RowProps) {
  const t = useTranslations('contribute.form.rows');
  return (
    <fieldset
      role="presentation"
      hidden={gone}
      disabled={gone}
      className={gone ? undefined : 'border-s-2 border-rule ps-5'}
    >
      <Fieldset id={id} legend={title} size="heading">
        <div className="space-y-5">
          {children}
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {remove && (
              <Button type="submit" name="intent" value={intent} variant="quiet" onClick={remove} className="px-0!">
                {t('remove')} <span className="sr-only">{title}</span>
              </Button>
            )}
            {moves}
          </div>
        </div>
      </Fieldset>
    </fieldset>
  );
}

/**
 * The server changes the order, with a script too: the fields keep their names, and so their places. `at` counts the
 * rows that are sent.
 */
function Moves({ name, title, at, count }: { name: string; title: string; at: number; count: number }) {
  const t = useTranslations('questions.records');
  const button = (intent: string, label: string) => (
    <Button type="submit" name="intent" value={`${intent}:${name}:${at}`} variant="quiet" className="px-0!">
      {label} <span className="sr-only">{title}</span>
    </Button>
  );
  return (
    <>
      {at > 0 && button(INTENTS.up, t('up'))}
      {at < count - 1 && button(INTENTS.down, t('down'))}
    </>
  );
}

function Removed({
  id,
  what,
  undo,
}: {
  id: string;
  what: string;
  undo: (event: MouseEvent<HTMLButtonElement>) => void;
}) {
  const t = useTranslations('contribute.form.rows');
  return (
    <p role="status" className="flex items-center gap-3 text-sm text-muted">
      {t('removed', { what })}
      <Button id={id} variant="quiet" onClick={undo}>
        {t('undo')}
      </Button>
    </p>
  );
}

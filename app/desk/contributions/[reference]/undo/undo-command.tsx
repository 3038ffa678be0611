'use client';

import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { UndoneNotice } from '@/app/desk/parts/undone-notice';
import { undoAll, undoOne } from './actions';

type UndoCommandProps = { summary: string; about: string } & (
  { all: { reference: string; command: string } } | { one: { reference: string; change: string } }
);

/** Undoes decisions that were recorded together, or one of their cells. */
export function UndoCommand({ summary, about, ...what }: UndoCommandProps) {
  const command = 'all' in what ? { action: undoAll, fields: what.all } : { action: undoOne, fields: what.one };
  return (
    <ReasonedCommand
      {...command}
      done={(undone) => <UndoneNotice undone={undone} />}
      summary={summary}
      about={about}
      label="Why is it undone?"
      hint="Shown in the public history where the dataset changes."
      button="Undo"
    />
  );
}

'use client';

import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Typed } from '@/app/ui/action-state';
import { SubmitButton } from '@/app/ui/action-form';
import type { FieldOfForm } from '@/app/ui/action-form';
import { Button } from '@/app/ui/button';
import type { ButtonVariant } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { ScheduleFields } from '@/app/desk/parts/schedule-fields';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { MAX_TAG } from '@/lib/review/tags/constants';
import type { QueueChoice } from '@/lib/review/queue/choices';
import { runOnSelected } from './actions';
import type { SelectionDone } from './actions';
import { SelectedBefore } from './row-choice';
import { rowField } from './selected-rows';
import { SelectionOutcome } from './selection-outcome';

type SelectionFormProps = {
  editors: readonly QueueChoice[];
  /** There are rows to select. */
  any: boolean;
  /** False for observers, who take rows away as a table and do nothing else with them. */
  decides: boolean;
  /** The list has what is ready to be published: publishing is what it is for. */
  ready: boolean;
  /** What the editors have stated of their interests. */
  interests: ReactNode;
  children: ReactNode;
};

/**
 * The rows of the queue with a tick box each, and what can be done with the ticked ones. The commands and what came of
 * them stay in sight at the lower edge. The first button is the harmless one: Enter in a field presses it.
 */
export function SelectionForm({ editors, any, decides, ready, interests, children }: SelectionFormProps) {
  return (
    <DeskForm<SelectionDone>
      action={runOnSelected}
      id="selection"
      done={(done) => <SelectionOutcome done={done} />}
      inWords={(code, path) => (path === 'references' ? 'Tick at least one contribution.' : faultInWords(code))}
      className={any ? WITH_BAR : undefined}
      buttons={({ field, fault, typed }) =>
        any && (
          <div
            role="group"
            aria-label="With the ticked contributions"
            className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 text-sm"
          >
            <SelectAll />
            <Press command="export" label="Export" />
            {decides && <Commands {...{ field, fault, typed, editors, ready, interests }} />}
          </div>
        )
      }
    >
      {({ typed, done }) => <SelectedBefore value={stillTicked(typed, done)}>{children}</SelectedBefore>}
    </DeskForm>
  );
}

/** Commands and outcome stay in sight together, however long the list is. */
const WITH_BAR =
  '[&>div:last-child]:sticky [&>div:last-child]:bottom-0 [&>div:last-child]:z-10 [&>div:last-child]:max-h-[60vh] [&>div:last-child]:overflow-y-auto [&>div:last-child]:border-t [&>div:last-child]:border-rule [&>div:last-child]:bg-surface [&>div:last-child]:py-2 max-sm:[&>div:last-child]:static max-sm:[&>div:last-child]:max-h-none';

/** What was typed, without the ticks of the contributions that the command was carried out for. */
function stillTicked(typed: Typed, done: SelectionDone | null): Typed {
  const carriedOut = new Set(
    done?.outcomes.flatMap(({ reference, failed }) => (failed === null ? [rowField(reference)] : [])),
  );
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !carriedOut.has(name)));
}

type CommandsProps = Pick<SelectionFormProps, 'editors' | 'ready' | 'interests'> & {
  field: (name: string) => FieldOfForm;
  fault: (name: string) => string | undefined;
  typed: Typed;
};

/** What changes the ticked contributions. */
function Commands({ field, fault, typed, editors, ready, interests }: CommandsProps) {
  return (
    <>
      {ready ? (
        <Press command="publish" label="Publish the ticked ones" variant="primary" />
      ) : (
        <Press command="publish" label="Publish" />
      )}
      <Fold label="Schedule" open={fault('day') !== undefined || fault('time') !== undefined}>
        <ScheduleFields id="selection" field={field} typed={typed} clock="the call of each" />
        <Press command="schedule" label="Schedule the publication" />
      </Fold>
      <Fold label="Assign">
        <Select {...field('to')} id="selection-to" label="Editor">
          {editors.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
          <option value="">No editor</option>
        </Select>
        <Press command="assign" label="Assign to this editor" />
        {interests}
      </Fold>
      <Fold label="Write">
        <TextArea
          {...field('text')}
          id="selection-text"
          label="To the contributor of each"
          rows={4}
          maxLength={8_000}
        />
        <Press command="write" label="Send as a message" />
        <Press command="request" label="Ask for changes" />
      </Fold>
      <Fold label="Tag">
        <TextInput
          {...field('tag')}
          id="selection-tag"
          label="Word"
          maxLength={MAX_TAG}
          width="medium"
          autoComplete="off"
        />
        <Press command="tag" label="Put it on" />
        <Press command="untag" label="Take it off" />
      </Fold>
    </>
  );
}

type PressProps = { command: SelectionDone['command']; label: string; variant?: ButtonVariant };

const Press = ({ command, label, variant = 'secondary' }: PressProps) => (
  <SubmitButton name="command" value={command} variant={variant} className="px-3 text-sm">
    {label}
  </SubmitButton>
);

/** What needs a choice or words first. */
function Fold({ label, open, children }: { label: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="open:basis-full">
      <summary className="link inline-block min-h-8 content-center">{label}</summary>
      <div className="mt-2 flex flex-wrap items-end gap-3">{children}</div>
    </details>
  );
}

/** Ticks all rows of the page, or none: it needs a script. */
function SelectAll() {
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  if (!scripted) return <span className="font-semibold">With the ticked ones:</span>;
  return (
    <Button
      variant="quiet"
      className="text-sm"
      onClick={({ currentTarget }) => {
        const boxes = [...(currentTarget.form?.querySelectorAll<HTMLInputElement>('input[name^="row-"]') ?? [])];
        const all = boxes.every((box) => box.checked);
        for (const box of boxes) box.checked = !all;
      }}
    >
      Tick all or none
    </Button>
  );
}

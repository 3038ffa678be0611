'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { useHeldText, useTextInsertion } from '@/app/ui/held-text';
import { Notice } from '@/app/ui/notice';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { Handle } from '@/lib/review/note-schema';
import type { Noted } from '@/lib/review/notes';
import { note } from './actions';

/** A note for the other editors. Typing `@handle` mentions one; the list of handles inserts them at the cursor. */
export function InternalNoteForm({ reference, mentionable }: { reference: string; mentionable: readonly Handle[] }) {
  return (
    <DeskForm
      action={note}
      fields={{ reference }}
      done={(noted) => <NotedNotice noted={noted} />}
      className="no-print mt-5 max-w-measure space-y-3"
      buttons={<SubmitButton variant="secondary">Add the note</SubmitButton>}
    >
      {({ typed, fault }) => <NoteField initial={typed.text ?? ''} error={fault('text')} mentionable={mentionable} />}
    </DeskForm>
  );
}

type NoteFieldProps = { initial: string; error: string | undefined; mentionable: readonly Handle[] };

function NoteField({ initial, error, mentionable }: NoteFieldProps) {
  const [text, setText] = useHeldText(initial);
  const { area, insert } = useTextInsertion(text, setText);
  return (
    <>
      <TextArea
        ref={area}
        id="internal-note"
        name="text"
        label="Note to the other editors"
        hint="An editor who is mentioned with @ gets a notice."
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={error}
      />
      {mentionable.length > 0 && (
        <details>
          <summary className="link w-fit text-sm">Who can be mentioned</summary>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
            {mentionable.map(({ userId, handle, name }) => (
              <li key={userId}>
                <button
                  type="button"
                  className="link min-h-8 cursor-pointer text-sm wrap-anywhere"
                  onClick={() => insert(`@${handle}`, { spaceAfter: true })}
                >
                  @{handle}
                </button>{' '}
                <span className="text-sm text-muted">{name}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The action's result with `noted`. */
function NotedNotice({ noted: { told, unknown, barred } }: { noted: Noted }) {
  const lines = [
    unknown.length > 0 &&
      `No editor is called ${unknown.map((word) => `@${word}`).join(', ')}: no notice was sent for that.`,
    barred.length > 0 && `No notice, since they may not decide on it: ${barred.join(', ')}.`,
  ].filter((line) => line !== false);
  const title =
    told === 0
      ? 'The note is there'
      : told === 1
        ? 'The note is there, and one editor gets a notice'
        : `The note is there, and ${told} editors get a notice`;
  return (
    <Notice kind={lines.length > 0 ? 'warning' : 'success'} title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

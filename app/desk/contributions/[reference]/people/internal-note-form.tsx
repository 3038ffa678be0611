'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { useHeldText } from '@/app/ui/held-text';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import type { Handle } from '@/lib/review/note-schema';
import type { Noted } from '@/lib/review/notes';
import { note } from './actions';
import { MentionArea } from './mention-area';

/** A note for the other editors. Typing `@handle` mentions one. */
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
  return (
    <>
      <MentionArea text={text} change={setText} error={error} mentionable={mentionable} />
      {mentionable.length > 0 && (
        <details>
          <summary className="link w-fit text-sm">Who can be mentioned</summary>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {mentionable.map(({ userId, handle, name }) => (
              <li key={userId} className="wrap-anywhere">
                @{handle} <span className="text-muted">{name}</span>
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

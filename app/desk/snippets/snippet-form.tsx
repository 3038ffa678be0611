'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { add, change } from './actions';

/** Adds a standard text for reasons, or changes one. */
export function SnippetForm({ snippet }: { snippet?: { id: string; title: string; text: string } }) {
  const place = snippet?.id ?? 'new';
  return (
    <DeskForm
      action={snippet ? change : add}
      fields={snippet ? { id: snippet.id } : {}}
      done={snippet ? 'Changed' : 'Added'}
      className="max-w-measure space-y-4"
      buttons={
        <SubmitButton variant={snippet ? 'secondary' : 'primary'}>
          {snippet ? 'Change it' : 'Add'}
          {snippet && <span className="sr-only">: “{snippet.title}”</span>}
        </SubmitButton>
      }
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('title', snippet?.title)}
            id={`title-${place}`}
            label="Title"
            hint="What it is found by. The contributor never sees it."
            maxLength={60}
            autoComplete="off"
          />
          <TextArea {...field('text', snippet?.text)} id={`text-${place}`} label="Words" rows={3} />
        </>
      )}
    </DeskForm>
  );
}

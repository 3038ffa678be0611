'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { add, change } from './actions';

/** Adds words for reasons, or changes those given. */
export function SnippetForm({ snippet }: { snippet?: { id: string; title: string; text: string } }) {
  const [{ result, typed }, send, pending] = useActionState(snippet ? change : add, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = (path: string) => {
    const issue = failure?.issues?.find((one) => one.path === path);
    return issue && faultInWords(issue.code);
  };
  const place = snippet?.id ?? 'new';
  return (
    <form action={send} className="max-w-measure space-y-4" noValidate>
      {result?.ok && <Notice kind="success" role="status" title={snippet ? 'Changed' : 'Added'} />}
      {failure && failure.reason !== 'invalid' && <FailureNotice failure={failure} />}
      {snippet && <input type="hidden" name="id" value={snippet.id} />}
      <TextInput
        id={`title-${place}`}
        name="title"
        label="Title"
        hint="What it is found by. The contributor never sees it."
        maxLength={60}
        autoComplete="off"
        defaultValue={typed.title ?? snippet?.title}
        error={fault('title')}
      />
      <TextArea id={`text-${place}`} name="text" label="Words" rows={3} defaultValue={typed.text ?? snippet?.text} error={fault('text')} />
      <Button type="submit" variant={snippet ? 'secondary' : 'primary'} disabled={pending}>
        {snippet ? 'Change it' : 'Add'}
      </Button>
    </form>
  );
}

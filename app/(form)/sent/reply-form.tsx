'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import { TextArea } from '@/app/ui/text-area';
import { sentenceOf } from '@/app/(form)/form/sentences';
import type { FormAction } from '@/app/ui/action-state';
import { initialState } from '@/app/ui/action-state';

type ReplyWords = { label: string; hint: string; button: string; failed: string; kept: string; sent: string };
type ReplyFormProps = {
  action: FormAction;
  contribution: string;
  words: ReplyWords;
  /** The correspondence is closed; an unsent text is still shown. */ closed: boolean;
};

/** The contributor's message to the editors. A text that could not be sent stays in the field. */
export function ReplyForm({ action, contribution, words, closed }: ReplyFormProps) {
  const [{ result, typed }, send, pending] = useActionState(action, initialState);
  const once = sentOnce(pending);
  const errors = useTranslations('errors');
  const fault = result?.ok === false ? result.issues?.find(({ path }) => path === 'text') : undefined;
  useEffect(() => {
    if (fault) document.getElementById('reply-text')?.focus();
  }, [fault]);
  if (closed && result === null) return null;
  return (
    <form action={send} {...once.form} className="space-y-4" noValidate id="reply">
      <input type="hidden" name="contribution" value={contribution} />
      <TextArea
        id="reply-text"
        name="text"
        label={closed ? words.kept : words.label}
        hint={closed ? undefined : words.hint}
        rows={4}
        readOnly={closed}
        defaultValue={typed.text}
        error={fault && sentenceOf(errors, fault.code)}
      />
      {!closed && (
        <Button type="submit" variant="secondary" {...once.button}>
          {words.button}
        </Button>
      )}
      {result?.ok && <Notice kind="success" role="status" title={words.sent} />}
      {result?.ok === false && !fault && (
        <Notice kind="error" role="alert" title={words.failed}>
          <p>{errors(`reasons.${result.reason}`)}</p>
        </Notice>
      )}
    </form>
  );
}

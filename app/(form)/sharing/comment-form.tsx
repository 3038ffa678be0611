'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { initialState } from '@/app/ui/action-state';
import type { FormAction } from '@/app/ui/action-state';
import { sentenceOf } from '@/app/(form)/form/sentences';
import { COMMENT_LIMITS } from '@/lib/contributions/comment-schema';

type CommentFormProps = {
  add: FormAction;
  id: string;
  about: string;
  address: string;
  /** The page has another form, whose changes would be lost by posting this one. */ besideForm: boolean;
};

/** A comment on one section. A text that could not be added stays in the field. */
export function CommentForm({ add, id, about, address, besideForm }: CommentFormProps) {
  const t = useTranslations('sharing.comments');
  const errors = useTranslations('errors');
  const [{ result, typed }, action, pending] = useActionState(add, initialState, address);
  const once = sentOnce(pending);
  const failed = result && !result.ok ? result : null;
  useEffect(() => {
    if (failed?.issues)
      document.getElementById(`${id}-${failed.issues[0]?.path === 'signedAs' ? 'signed' : 'text'}`)?.focus();
  }, [failed, id]);
  const messageOf = (field: string, max: number) => {
    const code = failed?.issues?.find(({ path }) => path === field)?.code;
    return code && sentenceOf(errors, code === 'too_long' ? `too_long:${max}` : code);
  };
  return (
    <details className="no-print mt-3 text-sm" open={failed !== null}>
      <summary className="w-fit py-1 text-accent" aria-label={t('addTo', { what: about })}>
        {t('add')}
      </summary>
      <form action={action} {...once.form} className="mt-2 space-y-4">
        <TextArea
          id={`${id}-text`}
          name="text"
          label={t('text')}
          rows={3}
          dir="auto"
          defaultValue={typed.text}
          error={messageOf('text', COMMENT_LIMITS.text)}
        />
        <TextInput
          id={`${id}-signed`}
          name="signedAs"
          label={t('signedAs')}
          mark={t('optional')}
          width="medium"
          dir="auto"
          autoComplete="off"
          defaultValue={typed.signedAs}
          error={messageOf('signedAs', COMMENT_LIMITS.signature)}
        />
        <p className="text-muted">{t('private')}</p>
        {failed && failed.reason !== 'invalid' && (
          <Notice kind="error" role="alert" title={t('failed')}>
            <p>{errors(`reasons.${failed.reason}`)}</p>
          </Notice>
        )}
        <Button type="submit" variant="secondary" {...once.button}>
          {t('button')}
        </Button>
        <p role="status">{result?.ok && !pending && t('added')}</p>
        {besideForm && (
          <noscript>
            <p className="text-muted">{t('noScript')}</p>
          </noscript>
        )}
      </form>
    </details>
  );
}

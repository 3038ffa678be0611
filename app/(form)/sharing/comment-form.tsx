'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';
import { useBesideStep } from '@/app/(form)/form/step-posting';
import { COMMENT_LIMITS } from '@/lib/contributions/comment-schema';

type CommentFormProps = {
  add: FormAction;
  id: string;
  about: string;
  address: string;
  /** What it is called beside the form of a step. */ beside: string;
};

/** A comment on one section. A text that could not be added stays in the field. */
export function CommentForm({ add, id, about, address, beside }: CommentFormProps) {
  const t = useTranslations('sharing.comments');
  return (
    <ContributorForm
      {...useBesideStep(beside)}
      action={add}
      address={address}
      done={t('added')}
      failed={t('failed')}
      limits={{ text: COMMENT_LIMITS.text, signedAs: COMMENT_LIMITS.signature }}
      foldClass="no-print mt-1 max-w-measure space-y-2 text-sm"
      summaryClass="py-1"
      summary={
        <>
          <span aria-hidden="true">{t('add')}</span>
          <span className="sr-only">{t('addTo', { what: about })}</span>
        </>
      }
      className="mt-2 space-y-4"
      buttons={<SubmitButton variant="secondary">{t('button')}</SubmitButton>}
    >
      {({ field }) => (
        <>
          <TextArea {...field('text')} id={`${id}-text`} label={t('text')} rows={3} dir="auto" />
          <TextInput
            {...field('signedAs')}
            id={`${id}-signed`}
            label={t('signedAs')}
            mark={t('optional')}
            width="medium"
            dir="auto"
            autoComplete="off"
          />
          <p className="text-muted">{t('private')}</p>
        </>
      )}
    </ContributorForm>
  );
}

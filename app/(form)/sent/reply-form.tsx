'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from '@/app/(form)/form/contributor-form';

type ReplyWords = { label: string; hint: string; button: string; failed: string; kept: string; sent: string };
type ReplyFormProps = {
  action: FormAction;
  contribution: string;
  words: ReplyWords;
  /** The correspondence is closed; an unsent text is still shown. */ closed: boolean;
};

/** The contributor's message to the editors. A text that could not be sent stays in the field. */
export function ReplyForm({ action, contribution, words, closed }: ReplyFormProps) {
  return (
    <ContributorForm
      id="reply"
      action={action}
      fields={{ contribution }}
      done={words.sent}
      failed={words.failed}
      closed={closed}
      className="space-y-4"
      buttons={!closed && <SubmitButton variant="secondary">{words.button}</SubmitButton>}
    >
      {({ field }) => (
        <TextArea
          {...field('text')}
          id="reply-text"
          label={closed ? words.kept : words.label}
          hint={closed ? undefined : words.hint}
          rows={4}
          readOnly={closed}
        />
      )}
    </ContributorForm>
  );
}

'use client';

import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { ContributorForm } from './contributor-form';

type VersionFormProps = {
  action: FormAction;
  contribution: string;
  /** The versions that the page compares. */
  from: string;
  to: string;
  words: { button: string; failed: string };
};

/** The button that moves a draft to a newer version of the questions. After success the action redirects. */
export function VersionForm({ action, contribution, from, to, words }: VersionFormProps) {
  return (
    <ContributorForm
      action={action}
      fields={{ contribution, from, to }}
      done={null}
      failed={words.failed}
      buttons={<SubmitButton>{words.button}</SubmitButton>}
    />
  );
}

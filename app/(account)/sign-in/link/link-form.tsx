'use client';

import { ActionForm, SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { confirmAccount } from './actions';

/** The words for each reason why an account was not linked. */
const WORDS: Partial<Record<string, string>> = {
  link_expired: 'This link no longer works: it has been used or has expired. Please sign in again for a new one.',
  conflict: 'One of the two was linked with another account in the meantime. An admin can remove that link.',
  too_many_requests: 'Too many links have been used from your network within an hour. Please wait a few minutes.',
};

export function LinkForm({ token, next }: { token: string; next: string }) {
  return (
    <ActionForm
      action={confirmAccount}
      fields={{ token, next }}
      done={null} // it goes on to the next page
      failed={({ reason }) => (
        <Notice kind="error" title="The account was not linked">
          {WORDS[reason] ?? 'Please try again in a few minutes. If it keeps happening, tell an admin.'}
        </Notice>
      )}
      inWords={(code) => code} // no field can be at fault
      errorTitle="Error: "
      className="max-w-measure space-y-6"
      buttons={<SubmitButton doing="Linking…">This is my account</SubmitButton>}
    >
      {() => null}
    </ActionForm>
  );
}

'use client';

import { ActionForm, SubmitButton } from '@/app/ui/action-form';
import type { Refused } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { TextInput } from '@/app/ui/text-input';
import { askForLink } from './actions';

const NO_ADDRESS = 'This does not look like an e-mail address. It should read like name@example.org.';

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={askForLink}
      fields={{ next }}
      done={null} // it goes on to the next page
      failed={(failure) => <Failed {...failure} />}
      inWords={() => NO_ADDRESS}
      errorTitle="Error: "
      className="max-w-measure space-y-6"
      buttons={<SubmitButton doing="Sending…">Send me a sign-in link</SubmitButton>}
    >
      {({ field }) => (
        <TextInput
          {...field('email')}
          type="email"
          label="E-mail address"
          hint="The one an admin has added you with."
          autoComplete="email"
          required
        />
      )}
    </ActionForm>
  );
}

const TITLES: Partial<Record<string, string>> = {
  mail_failed: 'No mail can be sent just now',
  too_many_requests: 'No further link is sent just now',
};

function Failed(failure: Refused) {
  if (failure.reason === 'invalid')
    return <Notice kind="error" title="Nothing was sent: the address needs another look." />;
  return (
    <Notice kind="error" title={TITLES[failure.reason] ?? 'This did not work'}>
      {wordsFor(failure)}
    </Notice>
  );
}

/** The failure and what to do; the same for an address on the list and any other. */
function wordsFor({ reason, retryAfterSeconds }: Refused): string {
  if (reason === 'unavailable') return 'The service can’t reach its database. Please try again in a minute.';
  if (reason !== 'too_many_requests') return 'Please try again in a few minutes. If it keeps happening, tell an admin.';
  const minutes = Math.ceil((retryAfterSeconds ?? 60) / 60);
  return `Several links have been asked for already. One that was mailed works for half an hour: look among the unwanted mail too. Another can be asked for in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}

'use client';

import { ActionForm, SubmitButton } from '@/app/_components/action-form';
import { Notice } from '@/app/_components/notice';
import { TextInput } from '@/app/_components/text-input';
import { askForLink } from './actions';

const NO_ADDRESS = 'This does not look like an e-mail address. It should read like name@example.org.';

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={askForLink}
      fields={{ next }}
      done={null} // it goes on to the next page
      failed={({ reason }) => <Failed reason={reason} />}
      inWords={() => NO_ADDRESS}
      className="max-w-measure space-y-6"
      buttons={<SubmitButton doing="Sending…">Send me a sign-in link</SubmitButton>}
    >
      {({ typed, failure }) => (
        <TextInput
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          hint="The one an admin has added you with."
          autoComplete="email"
          required
          defaultValue={typed.email}
          error={failure?.reason === 'invalid' ? NO_ADDRESS : undefined}
        />
      )}
    </ActionForm>
  );
}

function Failed({ reason }: { reason: string }) {
  if (reason === 'invalid') return <Notice kind="error" title="Nothing was sent: the address needs another look." />;
  return (
    <Notice kind="error" title={reason === 'mail_failed' ? 'No mail can be sent just now' : 'This did not work'}>
      {reason === 'unavailable' ? 'The service can’t reach its database. Please try again in a minute.' : 'Please try again in a few minutes. If it keeps happening, tell an admin.'}
    </Notice>
  );
}

'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { askForLink } from './actions';

export function SignInForm({ next }: { next: string }) {
  const [{ result, typed }, action, pending] = useActionState(askForLink, UNSENT);
  const reason = result?.ok === false ? result.reason : undefined;
  return (
    <form action={action} className="max-w-measure space-y-6" noValidate>
      {reason && reason !== 'invalid' && (
        <Notice kind="error" role="alert" title={reason === 'mail_failed' ? 'No mail can be sent just now' : 'This did not work'}>
          {reason === 'unavailable' ? 'The service can’t reach its database. Please try again in a minute.' : 'Please try again in a few minutes. If it keeps happening, tell an admin.'}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <TextInput
        id="email"
        name="email"
        type="email"
        label="E-mail address"
        hint="The one an admin has added you with."
        autoComplete="email"
        required
        // React empties the form after each submission; this puts back what was typed.
        key={typed.email}
        defaultValue={typed.email}
        error={reason === 'invalid' ? 'This does not look like an e-mail address. It should read like name@example.org.' : undefined}
      />
      <Button type="submit" disabled={pending}>
        {pending ? 'Sending…' : 'Send me a sign-in link'}
      </Button>
    </form>
  );
}

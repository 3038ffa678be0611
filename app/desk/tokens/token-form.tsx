'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { TOKEN_LIFETIMES } from '@/lib/accounts/constants';
import { create } from './actions';

type Created = { id: string; token: string };

export function TokenForm() {
  return (
    <DeskForm
      action={create}
      done={(created: Created) => <Token {...created} />}
      className="max-w-measure space-y-5"
      buttons={<SubmitButton>Make a token</SubmitButton>}
    >
      {({ typed, field }) => (
        <>
          <TextInput {...field('name')} label="What is it for?" maxLength={80} autoComplete="off" />
          <Select
            id="scope"
            name="scope"
            label="What may it do?"
            hint="The less, the better: a program that lists or counts needs no more than to read."
            key={`scope ${typed.scope}`}
            defaultValue={typed.scope ?? 'read'}
          >
            <option value="read">Read the queue and contributions</option>
            <option value="decide">Read, and decide on proposals</option>
          </Select>
          <Select
            id="days"
            name="days"
            label="How long should it work?"
            key={typed.days}
            defaultValue={typed.days ?? '90'}
          >
            {TOKEN_LIFETIMES.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? 'One year' : `${days} days`}
              </option>
            ))}
          </Select>
        </>
      )}
    </DeskForm>
  );
}

/** Not an `output`: inside the message, which is a live region already, the secret would be read out twice. */
function Token({ token }: Created) {
  return (
    <Notice kind="success" title="This is your token. It is shown this once.">
      <code className="block font-mono text-sm break-all select-all">{token}</code>
      <p className="mt-2 text-sm">
        Send it as the header “Authorization: Bearer …”. Anyone who has it can do what it allows in your name, until you
        revoke it.
      </p>
    </Notice>
  );
}

'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { Select } from '@/app/_components/select';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import type { ActionState } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { TOKEN_LIFETIMES } from '@/lib/auth/constants';
import { create } from './actions';

type Created = { id: string; token: string };

export function TokenForm() {
  const [{ result, typed }, send, pending] = useActionState<ActionState<Created>, FormData>(create, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = failure?.issues?.find(({ path }) => path === 'name');
  return (
    <form action={send} className="max-w-measure space-y-5" noValidate>
      {result?.ok && (
        <Notice kind="success" role="status" title="This is your token. It is shown this once.">
          <output className="block font-mono text-sm break-all select-all">{result.token}</output>
          <p className="mt-2 text-sm">Send it as the header “Authorization: Bearer …”. Whoever has it can do what it allows in your name, until you revoke it.</p>
        </Notice>
      )}
      {failure && !fault && <FailureNotice failure={failure} showIssues />}
      <TextInput id="name" name="name" label="What is it for?" maxLength={80} autoComplete="off" defaultValue={typed.name} error={fault && faultInWords(fault.code)} />
      <Select id="scope" name="scope" label="What may it do?" hint="The less, the better: a program that lists or counts needs no more than to read." key={`scope ${typed.scope}`} defaultValue={typed.scope ?? 'read'}>
        <option value="read">Read the queue and contributions</option>
        <option value="decide">Read, and decide on proposals</option>
      </Select>
      <Select id="days" name="days" label="How long should it work?" key={typed.days} defaultValue={typed.days ?? '90'}>
        {TOKEN_LIFETIMES.map((days) => (
          <option key={days} value={days}>
            {days === 365 ? 'One year' : `${days} days`}
          </option>
        ))}
      </Select>
      <Button type="submit" disabled={pending}>
        Make a token
      </Button>
    </form>
  );
}

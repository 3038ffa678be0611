'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { RadioGroup } from '@/app/_components/radio-group';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { change } from '@/app/(desk)/desk/people/actions';
import { ROLES } from '@/app/(desk)/desk/people/roles';

type ChangeFormProps = { userId: string; name: string; role: string; organisation: string };

export function ChangeForm({ userId, name, role, organisation }: ChangeFormProps) {
  const [{ result, typed }, send, pending] = useActionState(change, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = (path: string) => {
    const issue = failure?.issues?.find((one) => one.path === path);
    return issue && faultInWords(issue.code);
  };
  return (
    <form action={send} className="max-w-measure space-y-5" noValidate>
      {result?.ok && <Notice kind="success" role="status" title="Saved. It holds from their next step on." />}
      {failure && <FailureNotice failure={failure} />}
      <input type="hidden" name="userId" value={userId} />
      <TextInput id="name" name="name" label="Name" mark="optional" autoComplete="off" defaultValue={typed.name ?? name} error={fault('name')} />
      <TextInput
        id="organisation"
        name="organisation"
        label="Organisation"
        mark="optional"
        hint="Nobody decides on a contribution of their own organisation, nor reads the internal notes on it; this is how we know."
        autoComplete="off"
        defaultValue={typed.organisation ?? organisation}
        error={fault('organisation')}
      />
      <RadioGroup id="role" name="role" legend="Role" options={ROLES} key={typed.role ?? role} defaultValue={typed.role ?? role} error={fault('role')} />
      <Button type="submit" disabled={pending}>
        Save
      </Button>
    </form>
  );
}

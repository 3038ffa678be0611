'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { RadioGroup } from '@/app/_components/radio-group';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { add } from './actions';
import { ROLES } from './roles';

export function PersonForm() {
  const [{ result, typed }, send, pending] = useActionState(add, UNSENT);
  const failure = result?.ok === false ? result : null;
  const fault = (path: string) => {
    const issue = failure?.issues?.find((one) => one.path === path);
    return issue && faultInWords(issue.code);
  };
  return (
    <form action={send} className="max-w-measure space-y-5" noValidate>
      {result?.ok && <Notice kind="success" role="status" title="Added. A mail tells them how to sign in." />}
      {failure?.reason === 'already_in_status' ? <Notice kind="error" role="alert" title="This address is on the list already." /> : failure && <FailureNotice failure={failure} />}
      <TextInput id="email" name="email" type="email" label="E-mail address" autoComplete="off" defaultValue={typed.email} error={fault('email')} />
      <TextInput id="name" name="name" label="Name" mark="optional" autoComplete="off" defaultValue={typed.name} error={fault('name')} />
      <TextInput
        id="organisation"
        name="organisation"
        label="Organisation"
        mark="optional"
        hint="Nobody decides on a contribution of their own organisation; this is how we know."
        autoComplete="off"
        defaultValue={typed.organisation}
        error={fault('organisation')}
      />
      <RadioGroup id="role" name="role" legend="Role" options={ROLES} key={typed.role} defaultValue={typed.role ?? 'editor'} error={fault('role')} />
      <Button type="submit" disabled={pending}>
        Add
      </Button>
    </form>
  );
}

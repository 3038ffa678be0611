'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice } from '@/app/desk/parts/failure-notice';
import { add } from './actions';
import { ROLES } from '@/app/desk/words/roles';

export function PersonForm() {
  return (
    <DeskForm
      action={add}
      done="Added. A mail tells them how to sign in."
      failed={(failure) =>
        failure.reason === 'already_in_status' ? (
          <Notice kind="error" title="This address is on the list already." />
        ) : (
          <FailureNotice failure={failure} />
        )
      }
      className="max-w-measure space-y-5"
      buttons={<SubmitButton>Add</SubmitButton>}
    >
      {({ typed, field }) => (
        <>
          <TextInput {...field('email')} type="email" label="E-mail address" autoComplete="off" />
          <TextInput {...field('name')} label="Name" mark="optional" autoComplete="off" />
          <TextInput
            {...field('organisation')}
            label="Organisation"
            mark="optional"
            hint="Editors do not decide on contributions of their own organisation; this is how we know."
            autoComplete="off"
          />
          <RadioGroup {...field('role', 'editor')} legend="Role" options={ROLES} key={typed.role} />
        </>
      )}
    </DeskForm>
  );
}

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
      {({ typed, fault }) => (
        <>
          <TextInput
            id="email"
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="off"
            defaultValue={typed.email}
            error={fault('email')}
          />
          <TextInput
            id="name"
            name="name"
            label="Name"
            mark="optional"
            autoComplete="off"
            defaultValue={typed.name}
            error={fault('name')}
          />
          <TextInput
            id="organisation"
            name="organisation"
            label="Organisation"
            mark="optional"
            hint="Editors do not decide on contributions of their own organisation; this is how we know."
            autoComplete="off"
            defaultValue={typed.organisation}
            error={fault('organisation')}
          />
          <RadioGroup
            id="role"
            name="role"
            legend="Role"
            options={ROLES}
            key={typed.role}
            defaultValue={typed.role ?? 'editor'}
            error={fault('role')}
          />
        </>
      )}
    </DeskForm>
  );
}

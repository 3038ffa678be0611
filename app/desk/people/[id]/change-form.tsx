'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { change } from '@/app/desk/people/actions';
import { ROLES } from '@/app/desk/words/roles';

type ChangeFormProps = { userId: string; name: string; role: string; organisation: string };

export function ChangeForm({ userId, name, role, organisation }: ChangeFormProps) {
  return (
    <DeskForm
      action={change}
      fields={{ userId }}
      done="Saved. It holds from their next step on."
      className="max-w-measure space-y-5"
      buttons={<SubmitButton>Save</SubmitButton>}
    >
      {({ typed, field }) => (
        <>
          <TextInput {...field('name', name)} label="Name" mark="optional" autoComplete="off" />
          <TextInput
            {...field('organisation', organisation)}
            label="Organisation"
            mark="optional"
            hint="Editors do not decide on contributions of their own organisation, nor read the internal notes on them; this is how we know."
            autoComplete="off"
          />
          <RadioGroup {...field('role', role)} legend="Role" options={ROLES} key={typed.role ?? role} />
        </>
      )}
    </DeskForm>
  );
}

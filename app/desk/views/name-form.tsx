'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';

type NameFormProps = {
  action: FormAction;
  /** The named thing, as hidden fields. */
  fields: Record<string, string>;
  id: string;
  label: string;
  name?: string;
  button: string;
  /** For screen readers, if the button alone does not name the subject. */
  about?: string;
  done: string;
};

const FAULTS: Record<string, string> = {
  name_taken: 'You have another view of this name.',
  too_many: 'You keep as many views as there can be. Remove one first, or use the name of one to replace it.',
};

/** A name for a view of the queue. */
export function NameForm({ action, fields, id, label, name = '', button, about, done }: NameFormProps) {
  return (
    <DeskForm
      action={action}
      fields={fields}
      done={done}
      inWords={(code) => FAULTS[code] ?? faultInWords(code)}
      className="flex flex-wrap items-end gap-x-4 gap-y-2"
      buttons={
        <SubmitButton variant="secondary">
          {button}
          {about && <span className="sr-only"> {about}</span>}
        </SubmitButton>
      }
    >
      {({ field }) => (
        <TextInput {...field('name', name)} id={id} label={label} maxLength={60} width="medium" autoComplete="off" />
      )}
    </DeskForm>
  );
}

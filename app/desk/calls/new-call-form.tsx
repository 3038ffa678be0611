'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { CALL_FAULTS } from '@/app/desk/words/calls';
import { create } from './actions';
import type { FieldOf } from './field-of';
import { Moment, ZoneField } from './time-fields';

type NewCallFormProps = {
  /** The call to copy. */
  from?: string;
  suggested: Record<string, string>;
  zones: readonly string[];
};

/** Name, title and times of a new call. */
export function NewCallForm({ from, suggested, zones }: NewCallFormProps) {
  return (
    <DeskForm
      action={create}
      fields={from === undefined ? {} : { from }}
      done="Made."
      inWords={(code) => CALL_FAULTS[code] ?? faultInWords(code)}
      className="max-w-[46rem] space-y-6"
      buttons={<SubmitButton>{from === undefined ? 'Make the call' : 'Make the copy'}</SubmitButton>}
    >
      {({ typed, fault }) => {
        const field: FieldOf = (name) => ({
          id: name,
          name,
          defaultValue: typed[name] ?? suggested[name] ?? '',
          error: fault(name),
        });
        return (
          <>
            <TextInput {...field('title')} label="Title" />
            <TextInput
              {...field('slug')}
              label="Name in addresses and references"
              hint="Small letters, digits and hyphens, such as 2021. It can’t be changed later."
              width="short"
            />
            <Moment
              field={field}
              name="opens"
              label="Opens"
              mark="optional"
              hint="Without a time: at the beginning of the day."
            />
            <Moment field={field} name="closes" label="Closes" hint="Without a time: at the end of the day." />
            <ZoneField field={field} zones={zones} />
          </>
        );
      }}
    </DeskForm>
  );
}

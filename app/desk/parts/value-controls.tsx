'use client';

import type { ChangeEventHandler, ReactNode } from 'react';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { valueKindOf } from '@/app/desk/contributions/[reference]/decision/decision-fields';
import { ASSESSMENT_VALUES, BINDING_NATURES, SPACES } from '@/lib/agreements/constants';
import common from '@/lib/platform/i18n/messages/en/common.json';

/** With `defaultValue` the browser holds what is typed, with `value` and `onChange` the form around does. */
type Field = {
  id: string;
  name: string;
  defaultValue?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
};

type ValueControlsProps = {
  /** Which cell it is: a fact's field or a criterion's key. */
  cell: string;
  label: string;
  error?: string;
  /** The field of each part of the value; a value of one field has the part `value`. */
  field: (part: string) => Field;
};

/** The controls in which an editor writes the value of a cell, by the kind of value. */
export function ValueControls({ cell, label, error, field }: ValueControlsProps): ReactNode {
  const shared = { label, error };
  switch (valueKindOf(cell)) {
    case 'assessment':
      return (
        <Choose
          {...field('value')}
          {...shared}
          options={ASSESSMENT_VALUES.map((value) => [value, common.values[value]])}
        />
      );
    case 'space':
      return <Choose {...field('value')} {...shared} options={SPACES.map((value) => [value, common.spaces[value]])} />;
    case 'bindingNature':
      return (
        <Choose
          {...field('value')}
          {...shared}
          options={BINDING_NATURES.map((value) => [value, common.bindingNatures[value]])}
        />
      );
    case 'text':
      return <TextArea {...field('value')} {...shared} rows={5} />;
    case 'list':
      return <TextArea {...field('value')} {...shared} hint="One per line." rows={5} />;
    case 'signatories':
      return <SignatoryControls field={field} error={error} />;
    case 'line':
      return <TextInput {...field('value')} {...shared} />;
  }
}

type ChooseProps = Field & { label: string; error?: string; options: readonly (readonly [string, string])[] };

function Choose({ options, ...field }: ChooseProps) {
  return (
    // A select keeps its first choice when its form is reset; a new key makes it begin with what was typed.
    <Select key={field.defaultValue} {...field}>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Select>
  );
}

function SignatoryControls({ field, error }: Pick<ValueControlsProps, 'field' | 'error'>) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-4">
        <TextInput {...field('count')} label="How many" inputMode="numeric" width="short" error={error} />
        <TextInput {...field('unit')} label="Of what" width="medium" placeholder="states" />
        <TextInput {...field('asOf')} label="As of" width="short" placeholder="2019-11" />
      </div>
      <TextInput {...field('link')} label="Link to the list" />
      <TextArea {...field('list')} label="Who they are" hint="One per line." rows={3} />
    </div>
  );
}

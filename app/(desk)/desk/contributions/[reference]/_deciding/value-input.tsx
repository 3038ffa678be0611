'use client';

import type { ReactNode } from 'react';
import { Select } from '@/app/_components/select';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ASSESSMENT_VALUES, BINDING_NATURES, SPACES } from '@/lib/agreements/constants';
import common from '@/lib/i18n/messages/en/common.json';
import type { DecidableChange } from './cell-decision';
import { useSentDecision } from './decision-context';
import { fieldName, valueAsTyped, valueKindOf } from './decision-fields';

/** The controls in which the value of a cell is corrected, by the kind of value; they begin with what was proposed. */
export function ValueInput({ change: { id, key, proposed } }: { change: Pick<DecidableChange, 'id' | 'key' | 'proposed'> }): ReactNode {
  const { typed, fault } = useSentDecision(id);
  const code = fault('value');
  const error = code && faultInWords(code);
  const proposedAsTyped = valueAsTyped(key, proposed.value);
  const field = (part: string) => {
    const name = fieldName(id, `amended-${part}`);
    return { id: name, name, defaultValue: typed(`amended-${part}`) ?? proposedAsTyped[part] ?? '' };
  };
  switch (valueKindOf(key)) {
    case 'assessment':
      return <Choose {...field('value')} error={error} options={ASSESSMENT_VALUES.map((value) => [value, common.values[value]])} />;
    case 'space':
      return <Choose {...field('value')} error={error} options={SPACES.map((value) => [value, common.spaces[value]])} />;
    case 'bindingNature':
      return <Choose {...field('value')} error={error} options={BINDING_NATURES.map((value) => [value, common.bindingNatures[value]])} />;
    case 'text':
      return <TextArea {...field('value')} label="Corrected value" error={error} rows={5} />;
    case 'list':
      return <TextArea {...field('value')} label="Corrected value" hint="One per line." error={error} rows={5} />;
    case 'signatories':
      return <SignatoryInputs field={field} error={error} />;
    case 'line':
      return <TextInput {...field('value')} label="Corrected value" error={error} />;
  }
}

type ChooseProps = { id: string; name: string; defaultValue: string; error?: string; options: readonly (readonly [string, string])[] };

function Choose({ options, ...field }: ChooseProps) {
  return (
    // A select keeps its first choice when its form is reset; a new key makes it begin with what was typed.
    <Select key={field.defaultValue} label="Corrected value" {...field}>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Select>
  );
}

type Field = (part: string) => { id: string; name: string; defaultValue: string };

function SignatoryInputs({ field, error }: { field: Field; error?: string }) {
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

'use client';

import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { Typed } from '@/app/ui/action-state';
import { criterionField } from './set-form-data';
import type { CriterionPart, EditedSet } from './set-form-data';

type CriterionFieldsProps = {
  row: number;
  /** An existing criterion, whose name stays. */ criterion: EditedSet['criteria'][number] | null;
  typed: Typed;
  faults: ReadonlyMap<string, string>;
};

/** The texts of one criterion. A new one that is left empty is not added. */
export function CriterionFields({ row, criterion, typed, faults }: CriterionFieldsProps) {
  const field = (part: CriterionPart) => {
    const name = criterionField(row, part);
    return { id: name, name, defaultValue: typed[name] ?? criterion?.[part] ?? '', error: faults.get(name) };
  };
  return (
    <div className="border-t border-rule pt-5">
      <Fieldset id={`criterion-${row}`} legend={criterion ? criterion.key : `Criterion ${row + 1}`} size="heading">
        <div className="space-y-4">
          <TextInput {...field('title')} label="Title" />
          <div className="flex flex-wrap gap-4">
            <TextInput {...field('shortTitle')} label="Short title" hint="Heads its column." width="medium" />
            <TextInput {...field('letter')} label="Letter" mark="optional" maxLength={1} width="short" />
          </div>
          {criterion ? (
            <input type="hidden" name={criterionField(row, 'key')} value={criterion.key} />
          ) : (
            <TextInput
              {...field('key')}
              label="Name in addresses and files"
              mark="made of the title if left empty"
              hint="It can’t be changed later."
            />
          )}
          <TextArea {...field('description')} label="Description" rows={2} />
          <TextArea {...field('help')} label="Help for contributors" mark="optional" rows={2} />
        </div>
      </Fieldset>
    </div>
  );
}

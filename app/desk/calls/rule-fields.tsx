import { Fieldset } from '@/app/ui/fieldset';
import { RadioGroup } from '@/app/ui/radio-group';
import type { RadioOption } from '@/app/ui/radio-group';
import { TextInput } from '@/app/ui/text-input';
import type { FieldOf } from './field-of';

const AFTER_CLOSING: RadioOption[] = [
  { value: 'strict', label: 'No more contributions are accepted' },
  { value: 'late', label: 'Late contributions are still accepted' },
];
const FILES: RadioOption[] = [
  { value: 'accepted', label: 'Files may be sent along', hint: 'Only editors see them.' },
  { value: 'not', label: 'No files' },
];
const PUBLICATION: RadioOption[] = [
  { value: 'review', label: 'After an editor has read them' },
  {
    value: 'at_once',
    label: 'At once',
    hint: 'One with an e-mail address as soon as the address is confirmed. Proposals wait for decisions all the same.',
  },
];
const EDITORS_ONLY: RadioOption[] = [
  { value: 'not', label: 'Every contribution is published' },
  {
    value: 'offered',
    label: 'Contributors may keep theirs for the editors only',
    hint: 'Such a contribution is decided on and never published. Values accepted from it name its reference.',
  },
];

/** What a call accepts, and what becomes of it. */
export function RuleFields({ field, prefixFixed }: { field: FieldOf; prefixFixed: boolean }) {
  return (
    <Fieldset id="rules" legend="Rules" size="heading">
      <div className="space-y-6">
        <Rule field={field('afterClosing')} legend="After the closing" options={AFTER_CLOSING} />
        <Rule field={field('files')} legend="Files" options={FILES} />
        <Rule field={field('publication')} legend="Contributions are published" options={PUBLICATION} />
        <Rule field={field('editorsOnly')} legend="For the editors only" options={EDITORS_ONLY} />
        <TextInput
          {...field('maxWords')}
          label="Words per answer"
          mark="optional"
          hint="The most words of an answer. A question with a limit of its own keeps it."
          inputMode="numeric"
          width="short"
        />
        <TextInput
          {...field('prefix')}
          label="Beginning of references"
          hint={
            prefixFixed
              ? 'Fixed since the first contribution.'
              : 'As BPF in BPF-2020-007. The first contribution fixes it.'
          }
          readOnly={prefixFixed}
          width="short"
        />
      </div>
    </Fieldset>
  );
}

function Rule({ field, legend, options }: { field: ReturnType<FieldOf>; legend: string; options: RadioOption[] }) {
  return <RadioGroup key={field.defaultValue} {...field} legend={legend} options={options} />;
}

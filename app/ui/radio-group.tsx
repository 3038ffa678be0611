import type { ComponentProps, ReactNode } from 'react';
import { Choice } from './choice';
import { Fieldset, type FieldsetProps } from './fieldset';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };

type RadioGroupProps = FieldsetProps & {
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** Side by side on a wide screen: for a few short answers. */
  inline?: boolean;
  /** Given to every radio button, e.g. what react-hook-form's `register(name)` returns. */
  inputProps?: Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'name'>;
};

export function RadioGroup({ name, options, defaultValue, inline = false, inputProps, ...fieldset }: RadioGroupProps) {
  return (
    <Fieldset {...fieldset}>
      <div className={inline ? 'flex flex-wrap gap-x-7' : undefined}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            id={`${fieldset.id}-${option.value || 'none'}`}
            name={name}
            defaultChecked={defaultValue === undefined ? undefined : option.value === defaultValue}
            {...option}
            {...inputProps}
          />
        ))}
      </div>
    </Fieldset>
  );
}

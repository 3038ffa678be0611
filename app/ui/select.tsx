import type { ComponentProps } from 'react';
import { controlStyles } from './styles';
import { describedBy, Field, type FieldProps } from './field';

type SelectProps = Omit<ComponentProps<'select'>, keyof FieldProps> & FieldProps;

/** A native select; its `<option>`s are the children. */
export function Select({ id, label, hint, error, mark, labelHidden, className = '', ...rest }: SelectProps) {
  return (
    <Field {...{ id, label, hint, error, mark, labelHidden }}>
      <select
        id={id}
        className={`${controlStyles} max-w-full pe-8 ${className}`}
        {...describedBy({ id, hint, error })}
        {...rest}
      />
    </Field>
  );
}

import type { ComponentProps } from 'react';
import { controlStyles } from './styles';
import { describedBy, Field, type FieldProps } from './field';

type TextInputProps = Omit<ComponentProps<'input'>, keyof FieldProps> & FieldProps & { width?: keyof typeof widths };

const widths = { full: 'w-full max-w-measure', medium: 'w-full max-w-80', short: 'w-full max-w-44' };

export function TextInput({
  id,
  label,
  hint,
  error,
  mark,
  labelHidden,
  width = 'full',
  className = '',
  type = 'text',
  ...rest
}: TextInputProps) {
  return (
    <Field {...{ id, label, hint, error, mark, labelHidden }}>
      <input
        id={id}
        type={type}
        className={`${controlStyles} ${widths[width]} ${className}`}
        {...describedBy({ id, hint, error })}
        {...rest}
      />
    </Field>
  );
}

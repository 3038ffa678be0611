import type { ReactNode } from 'react';
import { Choice, type ChoiceProps } from './choice';
import { errorId } from './field';
import { FieldError } from './field-error';

type CheckboxProps = Omit<ChoiceProps, 'type'> & { error?: ReactNode };

export function Checkbox({ error, ...rest }: CheckboxProps) {
  if (!error) return <Choice type="checkbox" {...rest} />;
  return (
    <div className="border-s-4 border-danger ps-4">
      <FieldError id={errorId(rest.id)}>{error}</FieldError>
      <Choice type="checkbox" {...rest} aria-invalid aria-describedby={errorId(rest.id)} />
    </div>
  );
}

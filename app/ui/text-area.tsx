import type { ComponentProps, ReactNode } from 'react';
import { controlStyles } from './styles';
import { describedBy, Field, type FieldProps } from './field';

type TextAreaProps = Omit<ComponentProps<'textarea'>, keyof FieldProps> &
  FieldProps & {
    /** Below the control: the limit, or the number of characters. */
    footnote?: ReactNode;
  };

/** Grows with its content where the browser can (`field-sizing`), and can be resized by hand everywhere. */
export function TextArea({
  id,
  label,
  hint,
  error,
  mark,
  labelHidden,
  footnote,
  className = '',
  rows = 5,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ id, label, hint, error, mark, labelHidden }}>
      <textarea
        id={id}
        rows={rows}
        className={`${controlStyles} block field-sizing-content min-h-[calc(var(--rows)*1.55em+1.2rem)] w-full max-w-[46rem] resize-y ${className}`}
        style={{ '--rows': rows } as React.CSSProperties} // CSSProperties has no custom properties
        {...describedBy({ id, hint, error })}
        {...rest}
      />
      {footnote && <p className="mt-1 text-sm text-muted">{footnote}</p>}
    </Field>
  );
}

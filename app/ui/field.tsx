import type { ReactNode } from 'react';
import { FieldError } from './field-error';

export type FieldProps = {
  id: string;
  label: ReactNode;
  /** Shown between label and control; screen readers read it with the control. */
  hint?: ReactNode;
  error?: ReactNode;
  /** A word such as "optional", set after the label. */
  mark?: ReactNode;
  labelHidden?: boolean;
};

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

/** The attributes that connect a control to its hint and error. */
export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const ids = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

/**
 * Label, hint and error around one control. The control itself takes `id` and `describedBy(…)`; TextInput and similar
 * components do so.
 */
export function Field({ id, label, hint, error, mark, labelHidden, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'border-s-4 border-danger ps-4' : undefined}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'block font-semibold'}>
        {label} {mark && <span className="ms-2 text-sm font-normal text-muted">{mark}</span>}
      </label>
      {hint && (
        <div id={hintId(id)} className="mt-0.5 max-w-measure text-sm text-muted">
          {hint}
        </div>
      )}
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
      <div className="mt-2">{children}</div>
    </div>
  );
}

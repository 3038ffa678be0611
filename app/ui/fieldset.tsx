import type { ReactNode } from 'react';
import { errorId, hintId } from './field';
import { FieldError } from './field-error';

export type FieldsetProps = {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  mark?: ReactNode;
  /** `heading` for a group that is a part of the page, `label` for a group that is one question. */
  size?: 'label' | 'heading';
};

/**
 * A group of controls under one legend. It takes focus by script or fragment, so that an error summary can link to it.
 */
export function Fieldset({
  id,
  legend,
  hint,
  error,
  mark,
  size = 'label',
  children,
}: FieldsetProps & { children: ReactNode }) {
  const described = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
      className={error ? 'border-s-4 border-danger ps-4' : undefined}
    >
      <legend className={size === 'heading' ? 'font-serif text-xl font-medium' : 'font-semibold'}>
        {legend} {mark && <span className="ms-2 font-sans text-sm font-normal text-muted">{mark}</span>}
      </legend>
      {hint && (
        <div id={hintId(id)} className="mt-0.5 max-w-measure text-sm text-muted">
          {hint}
        </div>
      )}
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
      <div className="mt-3">{children}</div>
    </fieldset>
  );
}

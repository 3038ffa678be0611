import type { ComponentProps, ReactNode } from 'react';
import { hintId } from './field';

export type ChoiceProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & {
  id: string;
  type: 'checkbox' | 'radio';
  label: ReactNode;
  hint?: ReactNode;
};

/** One tick box or radio button with its label; the whole line is the target. */
export function Choice({ id, label, hint, className = '', ...rest }: ChoiceProps) {
  return (
    <div className={`flex items-start gap-3 py-1.5 ${className}`}>
      <input
        id={id}
        className="mt-[0.2em] size-5 shrink-0"
        aria-describedby={hint ? hintId(id) : undefined}
        {...rest}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <div id={hintId(id)} className="max-w-measure text-sm text-muted">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}

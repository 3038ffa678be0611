import type { ReactNode } from 'react';
import { Sign } from './sign';

/** An error beside its field: shown by a sign and words, not by red alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex max-w-measure items-baseline gap-1.5 text-sm font-semibold text-danger">
      <Sign kind="error" />
      <span>{children}</span>
    </p>
  );
}

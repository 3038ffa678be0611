import type { Ref } from 'react';
import { Sign } from './sign';

export type SummarisedError = { href: string; message: string };

type ErrorSummaryProps = {
  title: string;
  errors: readonly SummarisedError[];
  id?: string;
  /** For a form that validates in the browser: focus it after a failed attempt. */
  ref?: Ref<HTMLDivElement>;
  /** False if the surrounding element already announces it. */
  live?: boolean;
  /** Takes the focus when the page opens, also without a script; a fragment in the address has priority. */
  autoFocus?: boolean;
};

/** Above a form with faults: lists them, each with a link to its field. It is announced, and can take focus. */
export function ErrorSummary({
  title,
  errors,
  id = 'error-summary',
  ref,
  live = true,
  autoFocus = false,
}: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      id={id}
      ref={ref}
      role={live ? 'alert' : 'group'}
      tabIndex={-1}
      autoFocus={autoFocus}
      aria-labelledby={`${id}-title`}
      className="max-w-[46rem] border-2 border-danger bg-danger-wash px-4 py-3 sm:px-6 sm:py-5"
    >
      <h2 id={`${id}-title`} className="flex items-baseline gap-2 text-lg text-danger sm:text-xl">
        <Sign kind="error" />
        <span>{title}</span>
      </h2>
      <ul className="mt-2 space-y-1.5">
        {errors.map(({ href, message }) => (
          <li key={`${href} ${message}`}>
            <a
              href={href}
              className="font-semibold text-danger underline decoration-1 underline-offset-4 hover:decoration-2"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

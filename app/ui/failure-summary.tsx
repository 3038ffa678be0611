import type { ReactNode } from 'react';
import { Notice } from './notice';

type FailureSummaryProps = {
  title: string;
  /** The faults that no field shows, in words. */
  faults?: readonly string[];
  /** More about the failure: what to do. */
  children?: ReactNode;
};

/** Why a form was refused, beside its button. */
export function FailureSummary({ title, faults = [], children }: FailureSummaryProps) {
  return (
    <Notice kind="error" title={title}>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault, at) => (
            <li key={at}>{fault}</li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  );
}

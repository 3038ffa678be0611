import type { ReactNode } from 'react';
import './narrow-fold.css';

/** A long list that is folded on a narrow screen, and shown on a wide one and on paper. */
export function NarrowFold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="narrow-fold">
      <summary className="py-2">{summary}</summary>
      {children}
    </details>
  );
}

import { Fragment } from 'react';
import type { ReactNode } from 'react';

/** Capitals, digits and hyphens that end in a number, such as `BPF-2020-001`. */
const CODE = /(\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+\b)/;

/** A title in which no code breaks over two lines at its hyphens. Anything but a text is returned unchanged. */
export function wholeCodes(title: ReactNode): ReactNode {
  if (typeof title !== 'string') return title;
  const pieces = title.split(CODE);
  if (pieces.length === 1) return title;
  // The expression has one group: the codes are the pieces at odd places.
  return pieces.map((piece, at) =>
    at % 2 === 0 ? (
      <Fragment key={at}>{piece}</Fragment>
    ) : (
      <span key={at} className="whitespace-nowrap">
        {piece}
      </span>
    ),
  );
}

export type SignKind = 'info' | 'success' | 'warning' | 'error';

const strokes: Record<SignKind, string> = {
  info: 'M8 7.2v4.3M8 4.4v.6',
  success: 'M4.6 8.3l2.3 2.4 4.5-5',
  warning: 'M8 5.2v3.9M8 11.2v.6',
  error: 'M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4',
};

/** A small sign beside a word; hidden from screen readers, which read the word. */
export function Sign({ kind }: { kind: SignKind }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="relative top-[0.12em] size-[1em] shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
    >
      {kind === 'warning' ? <path d="M8 1.6 15 14.3H1z" strokeLinejoin="round" /> : <circle cx="8" cy="8" r="6.9" />}
      <path d={strokes[kind]} strokeLinecap="round" />
    </svg>
  );
}

import type { ReactNode } from 'react';

/** In the order of a legend. */
export const markedValues = ['yes', 'indirect', 'unclear', 'no', 'not_assessed'] as const;

/** `disputed` is in a legend only where a page has one. */
export type MarkedValue = (typeof markedValues)[number] | 'disputed';

const colours: Record<MarkedValue, string> = {
  yes: 'text-yes',
  no: 'text-no',
  indirect: 'text-indirect',
  unclear: 'text-unclear',
  not_assessed: 'text-none',
  disputed: 'text-unclear',
};

/**
 * Distinct without colour: a full disc, a struck ring, a half disc, a ring with a question mark, a dash, two discs that
 * overlap.
 */
const shapes: Record<MarkedValue, ReactNode> = {
  yes: <circle cx="8" cy="8" r="6.6" fill="currentColor" />,
  no: (
    <>
      <circle cx="8" cy="8" r="5.9" strokeWidth="1.3" />
      <path d="M3.9 12.1 12.1 3.9" strokeWidth="1.3" />
    </>
  ),
  indirect: (
    <>
      <circle cx="8" cy="8" r="5.9" strokeWidth="1.4" />
      <path d="M8 2.1a5.9 5.9 0 0 0 0 11.8z" fill="currentColor" />
    </>
  ),
  unclear: (
    <>
      <circle cx="8" cy="8" r="6.6" strokeWidth="1.2" strokeDasharray="2.1 1.35" />
      <path
        d="M6.1 6.5c0-1.2.8-1.9 1.9-1.9s1.9.7 1.9 1.7c0 1.5-1.9 1.5-1.9 3M8 11.2v.4"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
    </>
  ),
  not_assessed: <path d="M4.5 8h7" strokeWidth="1.4" strokeLinecap="round" />,
  disputed: (
    <>
      <circle cx="5.6" cy="8" r="4.6" strokeWidth="1.3" />
      <circle cx="10.4" cy="8" r="4.6" strokeWidth="1.3" />
      <path d="M8 4.07a4.6 4.6 0 0 1 0 7.86 4.6 4.6 0 0 1 0-7.86z" fill="currentColor" />
    </>
  ),
};

function ValueGlyph({ value, className = '' }: { value: MarkedValue; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="0"
      className={`size-[1em] shrink-0 ${colours[value]} ${className}`}
    >
      {shapes[value]}
    </svg>
  );
}

/** The shapes once per page, for a page with hundreds of marks; see SpriteGlyph. */
export function GlyphSprite() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {[...markedValues, 'disputed' as const].map((value) => (
        <symbol key={value} id={`glyph-${value}`} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="0">
          {shapes[value]}
        </symbol>
      ))}
    </svg>
  );
}

/**
 * A mark that uses a shape of the page's GlyphSprite: a fifth of the markup. It has the colour of the text around it.
 */
export function SpriteGlyph({ value }: { value: MarkedValue }) {
  return (
    <svg aria-hidden="true">
      <use href={`#glyph-${value}`} />
    </svg>
  );
}

type ValueMarkProps = {
  value: MarkedValue;
  /** The value in the reader's language: always present, at least for screen readers. */
  word: string;
  /** Only where a label beside it, such as a table's legend, explains the mark. */
  wordHidden?: boolean;
  className?: string;
};

export function ValueMark({ value, word, wordHidden = false, className = '' }: ValueMarkProps) {
  return (
    <span className={`inline-flex items-baseline gap-[0.4em] whitespace-nowrap ${colours[value]} ${className}`}>
      <ValueGlyph value={value} className="self-center" />
      <span className={wordHidden ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
}

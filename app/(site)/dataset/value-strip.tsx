import { type MarkedValue, SpriteGlyph } from '@/app/ui/value-mark';

/** Marks in a row. The caller provides the words for them; the page needs a GlyphSprite. */
export function ValueStrip({ values, className = '' }: { values: readonly MarkedValue[]; className?: string }) {
  return (
    <span aria-hidden="true" className={`marks flex gap-1 ${className}`}>
      {values.map((value, at) => (
        <i key={at} className={`is-${value}`}>
          <SpriteGlyph value={value} />
        </i>
      ))}
    </span>
  );
}

import { TextDiff } from '@/app/_components/text-diff';
import type { CellContent } from '@/lib/agreements/schema';
import { diffWords } from '@/lib/contributions/corrections/diff';
import type { DiffPart } from '@/lib/contributions/corrections/diff';
import { textOf } from './cell-text';

const WORDS = { added: 'added:', removed: 'removed:', end: 'end' };

/** The share of the shorter text that has to stay for a comparison word by word to be read at all. */
const LEAST_KEPT = 0.3;
/** Shorter runs are an “and” or a “the” that two texts share by chance. */
const A_FEW_WORDS = 9;

type TextChangeProps = { cell: string; title: string; before: CellContent | null; after: CellContent };

/** A text, or a note, word by word as the proposal would change it. Nothing where there is no text, or nothing in common. */
export function TextChange({ cell, title, before, after }: TextChangeProps) {
  const value = changed(textOf(cell, before?.value), textOf(cell, after.value));
  const note = changed(before?.note ?? null, after.note);
  if (!value && !note) return null;
  return (
    <div className="mt-4 text-sm">
      <p className="text-xs font-semibold text-muted">
        {title} <span className="font-normal">(underlined: added; struck through: taken out)</span>
      </p>
      {value && <TextDiff parts={value} words={WORDS} />}
      {note && (
        <div className="mt-1 flex gap-x-2">
          <span className="text-muted">Note:</span>
          <TextDiff parts={note} words={WORDS} />
        </div>
      )}
    </div>
  );
}

function changed(before: string | null, after: string | null): DiffPart[] | null {
  if (before === null || after === null || before === after) return null;
  const parts = diffWords(before, after);
  const kept = parts.reduce((sum, { kind, text }) => (kind === 'same' && text.trim().length >= A_FEW_WORDS ? sum + text.trim().length : sum), 0);
  // Where little stays, the two values side by side say it better than their words mixed up.
  return kept >= LEAST_KEPT * Math.min(before.length, after.length) ? parts : null;
}

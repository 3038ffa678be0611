import { TextDiff } from '@/app/ui/text-diff';
import { referenceNames } from '@/app/server/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import { diffWhereAlike } from '@/lib/contributions/corrections/diff';
import { textOf } from './cell-text';

const WORDS = { added: 'added:', removed: 'removed:', end: 'end' };

type TextChangeProps = { cell: string; title: string; before: CellContent | null; after: CellContent };

/**
 * A text or note, word by word as the proposal would change it. Nothing where there is no text, or nothing in common.
 */
export async function TextChange({ cell, title, before, after }: TextChangeProps) {
  const names = await referenceNames();
  const value = diffWhereAlike(textOf(cell, before?.value, names), textOf(cell, after.value, names));
  const note = diffWhereAlike(before?.note ?? null, after.note);
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

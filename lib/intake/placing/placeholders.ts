import type { IntakeDocument } from '@/lib/intake/document';
import { foldText } from '@/lib/platform/text/fold-text';

/** What a file shows at its places where nothing has been written. */
export type Placeholders = {
  /** Whether a text is nothing but one. */
  is(text: string): boolean;
  /** A text without the one that it begins or ends with: LibreOffice leaves it there if a person types behind it. */
  without(text: string): string;
};

export function placeholdersOf(shown: readonly string[]): Placeholders {
  const folded = new Set(shown.map(foldText));
  return {
    is: (text) => folded.has(foldText(text)),
    without: (text) => {
      const first = shown.find((one) => text.startsWith(one)) ?? '';
      const rest = text.slice(first.length);
      const last = shown.find((one) => rest.endsWith(one)) ?? '';
      return rest.slice(0, rest.length - last.length).trim();
    },
  };
}

/** Those of the form in any language, and Word's own. */
const SHOWN = /^\[.*\]$|^(?:click|choose|click or tap)\b.*\b(?:enter|item|here|date)\b/iu;

/**
 * The document without the mark of a placeholder on text that is none: LibreOffice keeps the mark where a person has
 * typed over it.
 */
export function withTypedMarked(document: IntakeDocument, placeholders: Placeholders): IntakeDocument {
  const typed = document.anchors.filter(({ control, from, to }) => {
    if (!control?.placeholder) return false;
    const text = document.runs
      .slice(from, to)
      .map((run) => run.text)
      .join('')
      .trim();
    return text !== '' && !placeholders.is(text) && !SHOWN.test(text);
  });
  if (typed.length === 0) return document;
  const isTyped = (at: number) => typed.some(({ from, to }) => at >= from && at < to);
  return {
    ...document,
    runs: document.runs.map((run, at) => (run.placeholder && isTyped(at) ? { ...run, placeholder: false } : run)),
  };
}

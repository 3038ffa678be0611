import { foldText } from '@/lib/platform/text/fold-text';

/** What a file shows at its places where nothing has been written. */
export type Placeholders = {
  /** Whether a text is nothing but one. */
  is(text: string): boolean;
  /** A text without the one that it begins or ends with: LibreOffice leaves it there where somebody types behind it. */
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

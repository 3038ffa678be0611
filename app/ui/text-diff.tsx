import { cutStart, cutText } from '@/lib/platform/text/cut-text';

type Part = { kind: 'same' | 'added' | 'removed'; text: string };

/** The number of unchanged words around a change: enough to find the place. */
const CONTEXT = 120;

export type DiffWords = { added: string; removed: string; end: string };

/**
 * A text and its changes: added words are underlined, removed ones struck through, and both are marked in words for
 * screen readers.
 */
export function TextDiff({ parts, words }: { parts: readonly Part[]; words: DiffWords }) {
  return (
    <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
      {parts.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{shortened(text, at > 0, at < parts.length - 1)}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark
            key={at}
            className={
              kind === 'added'
                ? 'bg-ok-wash text-ok decoration-2 underline-offset-2'
                : 'bg-danger-wash text-danger decoration-2'
            }
          >
            <span className="sr-only"> {words[kind]} </span>
            {text}
            <span className="sr-only"> ({words.end}) </span>
          </Mark>
        );
      })}
    </p>
  );
}

/** The ends of a long unchanged part, next to a change. */
function shortened(text: string, after: boolean, before: boolean): string {
  if (text.length <= 3 * CONTEXT) return text;
  const head = after ? cutText(text, CONTEXT) : '';
  const tail = before ? cutStart(text, CONTEXT) : '';
  return `${head} … ${tail}`;
}

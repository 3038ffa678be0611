import { cutStart, cutText } from '@/lib/platform/text/cut-text';

type Part = { kind: 'same' | 'added' | 'removed'; text: string };

/** Unchanged text around a change: so much of it is enough to find the place. */
const CONTEXT = 120;

export type DiffWords = { added: string; removed: string; end: string };

/** A text and what became of it: underlined what was added, struck through what was removed, and said in words to whoever can't see it. */
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

/** The ends of a long unchanged part, where something changed before or after it. */
function shortened(text: string, after: boolean, before: boolean): string {
  if (text.length <= 3 * CONTEXT) return text;
  const head = after ? cutText(text, CONTEXT) : '';
  const tail = before ? cutStart(text, CONTEXT) : '';
  return `${head} … ${tail}`;
}

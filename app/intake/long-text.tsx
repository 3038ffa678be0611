import { cutAtWord } from '@/lib/platform/text/cut-text';

const MAX_SHOWN = 480;

/** A text as it was written. Of a long one the beginning, with the whole unfolding below. */
export function LongText({ text, more }: { text: string; more: string }) {
  if (text.length <= MAX_SHOWN + 120)
    return (
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {text}
      </p>
    );
  return (
    <>
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {cutAtWord(text, MAX_SHOWN)}
      </p>
      <details className="mt-1">
        <summary className="link w-fit text-sm">{more}</summary>
        <p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      </details>
    </>
  );
}

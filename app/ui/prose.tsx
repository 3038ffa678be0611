import type { ReactNode } from 'react';
import { inLanguageOf } from '@/lib/platform/i18n/languages';

/** Running text in the reading face, at reading length. */
export function Prose({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`prose ${className}`}>{children}</div>;
}

/** The part of a sentence of the catalogue that is a link to this address. */
export const linkTo = (href: string) =>
  function LinkInSentence(words: ReactNode) {
    return (
      <a href={href} className="link">
        {words}
      </a>
    );
  };

/** Text that people wrote: blank lines separate paragraphs, single line ends are kept, markup is not interpreted. */
export function PlainText({
  text,
  language,
  className = '',
}: {
  text: string;
  /** The language of the text, where it is known. */ language?: string | null;
  className?: string;
}) {
  return (
    <div {...inLanguageOf(language)} className={`prose ${className}`}>
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, at) => (
          <p key={at} dir={language ? undefined : 'auto'} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
    </div>
  );
}

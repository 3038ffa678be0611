import type { IRunOptions, ParagraphChild } from 'docx';
import { ExternalHyperlink, TextRun } from 'docx';
import { directionOf } from '@/lib/platform/text/direction';

/**
 * A text of one or more lines as runs; line ends become line breaks of the same paragraph. Runs from right to left must
 * be marked for Word.
 */
export function runsOf(text: string, look: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({
          ...look,
          ...(directionOf(line) === 'rtl' && { rightToLeft: true }),
          text: line,
          ...(at > 0 && { break: 1 }),
        }),
    );
}

/** What a paragraph needs so that Word sets this text in its own direction. */
export const directed = (text: string): { bidirectional?: true } =>
  directionOf(text) === 'rtl' ? { bidirectional: true } : {};

/** An address that can be followed, written out as it is; one that can't is plain text. */
export function linkTo(
  address: string,
  children: TextRun[] = runsOf(address, { style: 'Hyperlink' }),
): ParagraphChild[] {
  const link = xmlText(address.trim());
  return isWebAddress(link) ? [new ExternalHyperlink({ link, children })] : children;
}

/**
 * Text as XML can hold it: control characters and half characters would make the file unreadable, so they become
 * U+FFFD.
 */
export const xmlText = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );

/** An address a reader may be sent to; anything else stays plain text. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

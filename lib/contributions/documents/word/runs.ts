import { ExternalHyperlink, TextRun } from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import { directionOf } from '@/lib/format/direction';
import { isWebAddress, xmlText } from './xml-text';

/** A text of one or more lines as runs; line ends become line breaks of the same paragraph. Word has to be told which run from right to left. */
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

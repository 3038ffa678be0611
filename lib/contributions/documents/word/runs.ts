import { ExternalHyperlink, TextRun } from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import { isWebAddress, xmlText } from './xml-text';

/** A text of one or more lines as runs; line ends become line breaks of the same paragraph. */
export function runsOf(text: string, look: IRunOptions = {}): TextRun[] {
  return xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }));
}

/** An address that can be followed, written out as it is; one that can't is plain text. */
export function linkTo(address: string, children: TextRun[] = runsOf(address, { style: 'Hyperlink' })): ParagraphChild[] {
  const link = xmlText(address.trim());
  return isWebAddress(link) ? [new ExternalHyperlink({ link, children })] : children;
}

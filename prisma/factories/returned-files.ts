import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { makeZip } from './files';
import { paragraph, run } from './word-files';

/**
 * A Word file that was handed out, with something typed into its controls by their tags, as Word saves it; `below` are
 * paragraphs that a person has written at its end.
 */
export async function filledIn(
  file: Uint8Array,
  typed: Readonly<Record<string, string>>,
  below: readonly string[] = [],
): Promise<Buffer> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(file));
  const parts: { name: string; content: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    const isText = entry.fileName === 'word/document.xml';
    parts.push({
      name: entry.fileName,
      content: isText ? Buffer.from(withParagraphs(fill(content.toString('utf8'), typed), below)) : content,
    });
  }
  return makeZip(parts);
}

/** Before the properties of the last section, which end the body. */
function withParagraphs(xml: string, below: readonly string[]): string {
  const end = xml.lastIndexOf('<w:sectPr');
  return xml.slice(0, end) + below.map((text) => paragraph(text)).join('') + xml.slice(end);
}

const fill = (xml: string, typed: Readonly<Record<string, string>>): string =>
  xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, (whole) => {
    const [, tag = ''] = /<w:tag w:val="([^"]*)"/.exec(whole) ?? [];
    const text = Object.hasOwn(typed, tag) ? typed[tag] : undefined;
    if (text === undefined) return whole;
    const isBox = whole.includes('<w14:checkbox>');
    if (isBox) return whole.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace('☐', '☒');
    const isBlock = /<w:sdtContent>\s*<w:p[ >]/.test(whole);
    const content = isBlock
      ? text
          .split('\n\n')
          .map((part) => paragraph(part, { style: 'Answer' }))
          .join('')
      : run(text).replaceAll('\n', '</w:t><w:br/><w:t>');
    return whole
      .replace('<w:showingPlcHdr/>', '')
      .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${content}</w:sdtContent>`);
  });

/** The tags of all controls of a Word file, in their order. */
export async function tagsIn(file: Uint8Array): Promise<string[]> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(file));
  for await (const entry of zip.eachEntry())
    if (entry.fileName === 'word/document.xml') {
      const xml = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
      return [...xml.matchAll(/<w:tag w:val="([^"]*)"/g)].map(([, tag = '']) => tag);
    }
  return [];
}

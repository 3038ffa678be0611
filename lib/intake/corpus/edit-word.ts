import { unzipped } from '@/lib/contributions/documents/read-word';
import { makeZip } from '@/prisma/factories/files';
import type { ZipPart } from '@/prisma/factories/files';

type Edits = Record<string, (xml: string) => string | null>;

/** A Word file with some parts written anew (null: left out), and others added. Pictures of the form there are none. */
export async function editWord(file: Uint8Array, edits: Edits, added: ZipPart[] = []): Promise<Buffer> {
  const parts = [...(await unzipped(file))].flatMap(([name, content]): ZipPart[] => {
    const edited = edits[name] ? edits[name](content) : content;
    return edited === null ? [] : [{ name, content: edited }];
  });
  return makeZip([...parts, ...added]);
}

/** The same of its text alone. */
export const editText = (file: Uint8Array, edit: (xml: string) => string): Promise<Buffer> =>
  editWord(file, { 'word/document.xml': edit });

const ROW = /<w:tr>(?:(?!<w:tr>).)*?<\/w:tr>/gs;

/** The XML of all rows; rows of the form hold no tables. */
export const rowsOf = (xml: string): string[] => xml.match(ROW) ?? [];

/** The XML of the row of a code. */
export function rowOf(xml: string, code: string): string {
  const row = rowsOf(xml).find((one) => one.includes(`>${code}<`));
  if (row === undefined) throw new Error(`There is no row ${code}.`);
  return row;
}

/** The XML of the control of a place. */
export function controlOf(xml: string, tag: string): string {
  const found = xml.match(/<w:sdt>.*?<\/w:sdt>/gs)?.find((one) => one.includes(`<w:tag w:val="${tag}"/>`));
  if (found === undefined) throw new Error(`There is no control ${tag}.`);
  return found;
}

/** One piece of XML in place of another, which has to be there. */
export function replaced(xml: string, from: string, to: string): string {
  if (!xml.includes(from)) throw new Error(`This is not in the file: ${from.slice(0, 80)}`);
  return xml.replace(from, () => to);
}

/** What is written in a control, as XML, in place of what it holds. */
export function written(xml: string, tag: string, content: string): string {
  const control = controlOf(xml, tag);
  const filled = control
    .replace('<w:showingPlcHdr/>', '')
    .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${content}</w:sdtContent>`);
  return replaced(xml, control, filled);
}

/** A file from which a program has dropped all content controls; what was in them stays. */
export const withoutControls = (xml: string): string =>
  xml.replace(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/gs, '$1');

export const withoutBookmarks = (xml: string): string => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');

import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { wordFile } from '@/lib/contributions/documents/word/file';
import type { Paper } from '@/lib/questions/paper';

/** The parts of a Word file by name. */
export async function unzipped(file: Uint8Array): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(file));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  return parts;
}

/** What a Word file says, without its markup; paragraphs by line. */
export async function saidIn(paper: Paper): Promise<{ text: string; xml: string; parts: Map<string, string> }> {
  const parts = await unzipped(await wordFile(paper));
  const xml = parts.get('word/document.xml') ?? '';
  const plain = xml
    .replace(/<w:br\/>/g, ' ')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
  const text = plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  return { text, xml, parts };
}

import { DocumentBuilder } from '@/lib/intake/document';
import type { IntakeDocument } from '@/lib/intake/document';
import { MAX_TEXT_BYTES } from '@/lib/intake/limits';
import { unpack } from '@/lib/intake/open-file';
import type { OpenArchive } from '@/lib/intake/open-file';
import { marginsOf } from '@/lib/intake/margins';
import { readPictures } from '@/lib/intake/pictures';
import { childNamed, parseXml } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import type { WordParts } from './word-parts';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { readBody } from './word-body';
import { ListMarks } from './list-marks';
import { readLinks, readNotes, readPictureParts, readProperties, readStyles } from './word-parts';

const WANTED =
  /^word\/(document\d*|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$|^word\/_rels\/document\d*\.xml\.rels$|^docProps\/custom\.xml$/;

/**
 * The content of a Word file.
 * Reasons: `document_too_large`, `document_damaged`, `document_suspicious`.
 */
export async function readWord(archive: OpenArchive): Promise<Result<{ document: IntakeDocument }>> {
  const unpacked = await unpack(archive, (name) => WANTED.test(name), MAX_TEXT_BYTES);
  if (!unpacked.ok) return unpacked;
  const roots = new Map<string, XmlElement>();
  for (const [name, bytes] of unpacked.parts) {
    const parsed = parseXml(bytes);
    if (!parsed.ok) return parsed;
    roots.set(name.replace(/document\d*\.xml/, 'document.xml'), parsed.root);
  }
  const body = childNamed(roots.get('word/document.xml'), 'w:body');
  if (!body) return failure('document_damaged');
  const builder = new DocumentBuilder();
  const parts = partsIn(roots);
  readBody(body, parts, builder);
  // They have lists and pictures of their own, which are none of the text.
  const inMargins = { ...parts, lists: new ListMarks(undefined), pictures: new Map() };
  const margins = [...roots]
    .filter(([name]) => /^word\/(header|footer)/.test(name))
    .map(([, root]) => marginsOf((margin) => readBody(root, inMargins, margin)));
  return {
    ok: true,
    document: builder.finish({
      properties: readProperties(roots.get('docProps/custom.xml')),
      pictures: await readPictures(archive, builder.pictureReferences),
      margins: [...new Set(margins.flat())],
    }),
  };
}

function partsIn(roots: ReadonlyMap<string, XmlElement>): WordParts {
  const relationships = roots.get('word/_rels/document.xml.rels');
  return {
    ...readStyles(roots.get('word/styles.xml')),
    lists: new ListMarks(roots.get('word/numbering.xml')),
    links: readLinks(relationships),
    pictures: readPictureParts(relationships),
    notes: new Map([
      ...readNotes(roots.get('word/footnotes.xml'), 'footnote'),
      ...readNotes(roots.get('word/endnotes.xml'), 'endnote'),
    ]),
  };
}

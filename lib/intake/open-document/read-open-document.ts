import { DocumentBuilder } from '@/lib/intake/document';
import type { IntakeDocument } from '@/lib/intake/document';
import { MAX_TEXT_BYTES } from '@/lib/intake/limits';
import { unpack } from '@/lib/intake/open-file';
import type { OpenArchive } from '@/lib/intake/open-file';
import { marginsOf } from '@/lib/intake/margins';
import { readPictures } from '@/lib/intake/pictures';
import { childNamed, childrenNamed, descendants, isElement, parseXml, textIn } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { readText } from './open-body';
import { readOpenStyles } from './styles';

const WANTED = /^(content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/;

/**
 * The content of an OpenDocument text.
 * Reasons: `document_locked` (a password), `document_too_large`, `document_damaged`, `document_suspicious`.
 */
export async function readOpenDocument(archive: OpenArchive): Promise<Result<{ document: IntakeDocument }>> {
  const unpacked = await unpack(archive, (name) => WANTED.test(name), MAX_TEXT_BYTES);
  if (!unpacked.ok) return unpacked;
  const roots = new Map<string, XmlElement>();
  // First the list of parts: it says whether the others are locked.
  for (const [name, bytes] of [...unpacked.parts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const parsed = parseXml(bytes);
    if (!parsed.ok) return parsed;
    roots.set(name, parsed.root);
    if (name.startsWith('META-INF') && !descendants(parsed.root, 'manifest:encryption-data').next().done)
      return failure('document_locked');
  }
  const content = roots.get('content.xml');
  const text = childNamed(childNamed(content, 'office:body'), 'office:text');
  if (!text) return failure('document_damaged');
  const builder = new DocumentBuilder();
  const styles = readOpenStyles([roots.get('styles.xml'), content]);
  readText(text, styles, builder);
  const margins = marginElements(roots.get('styles.xml')).map((one) =>
    marginsOf((margin) => readText(one, styles, margin)),
  );
  return {
    ok: true,
    document: builder.finish({
      properties: propertiesIn(roots.get('meta.xml')),
      pictures: await readPictures(archive, builder.pictureReferences),
      margins: [...new Set(margins.flat())],
    }),
  };
}

/** The heads and feet of all kinds of pages. */
function marginElements(styles: XmlElement | undefined): XmlElement[] {
  const pages = childNamed(styles, 'office:master-styles')?.children.filter(isElement) ?? [];
  return pages.flatMap(({ children }) =>
    children.filter(isElement).filter(({ name }) => /^style:(header|footer)(-left|-first)?$/.test(name)),
  );
}

/** Only the properties that somebody defined; those of the author and the program stay unread. */
function propertiesIn(root: XmlElement | undefined): Record<string, string> {
  const meta = childNamed(root, 'office:meta');
  return Object.fromEntries(
    (meta ? childrenNamed(meta, 'meta:user-defined') : []).map((property) => [
      property.attributes['meta:name'] ?? '',
      textIn(property).trim(),
    ]),
  );
}

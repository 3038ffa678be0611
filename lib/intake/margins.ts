import { DocumentBuilder } from './document';
import { plainTextIn } from './document-text';

/** The lines of a head or foot of pages, which `read` reads as a document of its own. */
export function marginsOf(read: (builder: DocumentBuilder) => void): string[] {
  const builder = new DocumentBuilder();
  read(builder);
  const document = builder.finish();
  return document.paragraphs.map((paragraph) => plainTextIn(document, paragraph)).filter((text) => text !== '');
}

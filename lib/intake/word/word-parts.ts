import { childNamed, childrenNamed, descendants, textIn } from '@/lib/intake/xml';
import { headingNamed } from '@/lib/intake/document';
import type { ListMarks } from './list-marks';
import { isOn, listOf, outlineOf, valueOf } from './properties';
import type { XmlElement } from '@/lib/intake/xml';

/** What the body of a Word file refers to. */
export type WordParts = {
  styles: Map<string, WordStyle>;
  /** The style of paragraphs that name none. */
  defaultStyle: string;
  lists: ListMarks;
  /** Addresses that links lead to, by the id of their relationship. */
  links: Map<string, string>;
  /** The parts of the file that pictures are in, by the id of their relationship. */
  pictures: Map<string, string>;
  /** Texts of footnotes and endnotes: `footnote 2`. */
  notes: Map<string, string>;
};

type WordStyle = {
  name: string;
  heading: number | null;
  list: { id: string; level: number } | null;
  bold: boolean;
  italic: boolean;
};

const LONGEST_CHAIN = 20;

/** The styles by their ids, each with what it takes from those that it is based on. */
export function readStyles(root: XmlElement | undefined): Pick<WordParts, 'styles' | 'defaultStyle'> {
  const elements = new Map(
    (root ? childrenNamed(root, 'w:style') : []).map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  const chainOf = (id: string): XmlElement[] => {
    const chain: XmlElement[] = [];
    for (let next: string | undefined = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
      const style: XmlElement | undefined = elements.get(next);
      if (!style) break;
      chain.push(style);
      next = valueOf(childNamed(style, 'w:basedOn'));
    }
    return chain;
  };
  const styles = new Map([...elements.keys()].map((id) => [id, styleOf(id, chainOf(id))]));
  const [byDefault] = [...elements].find(
    ([, { attributes }]) =>
      attributes['w:type'] === 'paragraph' && ['1', 'true'].includes(attributes['w:default'] ?? ''),
  ) ?? ['Normal'];
  return { styles, defaultStyle: byDefault };
}

function styleOf(id: string, chain: readonly XmlElement[]): WordStyle {
  const name = valueOf(chain[0] && childNamed(chain[0], 'w:name')) ?? id;
  const first = <T>(read: (style: XmlElement) => T | null): T | null => {
    for (const style of chain) {
      const found = read(style);
      if (found !== null) return found;
    }
    return null;
  };
  const runIs = (property: string) =>
    first((style) => {
      const element = childNamed(childNamed(style, 'w:rPr'), property);
      return element ? isOn(element) : null;
    }) ?? false;
  return {
    name,
    heading: headingNamed(name) ?? first((style) => outlineOf(childNamed(style, 'w:pPr'))),
    list: first((style) => listOf(childNamed(style, 'w:pPr'))),
    bold: runIs('w:b'),
    italic: runIs('w:i'),
  };
}

/** Only links out of the file. */
export const readLinks = (root: XmlElement | undefined): Map<string, string> =>
  new Map(
    (root ? childrenNamed(root, 'rel:Relationship') : [])
      .filter(({ attributes }) => attributes.Type?.endsWith('/hyperlink') && attributes.TargetMode === 'External')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  );

/** Pictures within the file; those that lie elsewhere are never fetched. */
export const readPictureParts = (root: XmlElement | undefined): Map<string, string> =>
  new Map(
    (root ? childrenNamed(root, 'rel:Relationship') : [])
      .filter(({ attributes }) => attributes.Type?.endsWith('/image') && attributes.TargetMode !== 'External')
      .map(({ attributes }) => {
        const target = attributes.Target ?? '';
        return [attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `word/${target}`];
      }),
  );

/** The first two notes are lines that separate notes from text. */
export const readNotes = (root: XmlElement | undefined, kind: 'footnote' | 'endnote'): [string, string][] =>
  (root ? childrenNamed(root, `w:${kind}`) : [])
    .filter(({ attributes }) => attributes['w:type'] === undefined)
    .map((note) => [
      `${kind} ${note.attributes['w:id'] ?? ''}`,
      [...descendants(note, 'w:t')].map(textIn).join('').trim(),
    ]);

/** The properties that the file that was handed out carries; others are none of ours. */
export const readProperties = (root: XmlElement | undefined): Record<string, string> =>
  Object.fromEntries(
    (root ? childrenNamed(root, 'custom:property') : []).map((property) => [
      property.attributes.name ?? '',
      textIn(property).trim(),
    ]),
  );

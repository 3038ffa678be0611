import { headingNamed } from '@/lib/intake/document';
import type { Mark } from '@/lib/intake/document';
import { childNamed, childrenNamed, isElement } from '@/lib/intake/xml';
import type { XmlElement } from '@/lib/intake/xml';
import { listNumber } from '@/lib/intake/list-number';

type OpenStyle = {
  name: string;
  bold: boolean;
  italic: boolean;
  /** Of a style that was made for this text: what a person has given it. */ marks: Mark[];
  hidden: boolean;
  list: string | null;
  heading: number | null;
};
type Level = { numbered: boolean; format: string; prefix: string; suffix: string; start: number };

/** What the body of an OpenDocument text refers to: styles by family and name, and lists by the name of their style. */
export type OpenStyles = {
  styleOf(family: 'paragraph' | 'text', name: string | undefined): OpenStyle;
  levelsOf(list: string | undefined): Level[];
};

const NONE: OpenStyle = { name: '', bold: false, italic: false, marks: [], hidden: false, list: null, heading: null };
const LONGEST_CHAIN = 20;

/** From the styles of the file and those that its text has made for itself. */
export function readOpenStyles(roots: readonly (XmlElement | undefined)[]): OpenStyles {
  const groups = roots.flatMap((root) =>
    ['office:styles', 'office:automatic-styles'].flatMap((name) => (root ? childrenNamed(root, name) : [])),
  );
  const elements = new Map<string, XmlElement>();
  const lists = new Map<string, Level[]>();
  for (const element of groups.flatMap(({ children }) => children.filter(isElement))) {
    const name = element.attributes['style:name'] ?? '';
    if (element.name === 'style:style') elements.set(`${element.attributes['style:family'] ?? ''} ${name}`, element);
    if (element.name === 'text:list-style') lists.set(name, element.children.filter(isElement).map(levelOf));
  }
  const styles = new Map([...elements].map(([key]) => [key, resolved(key, elements)]));
  return {
    styleOf: (family, name) => styles.get(`${family} ${name ?? ''}`) ?? { ...NONE, name: name ?? '' },
    levelsOf: (list) => lists.get(list ?? '') ?? [],
  };
}

/** A style made for one paragraph is called by the one that it is based on. */
function resolved(key: string, elements: Map<string, XmlElement>): OpenStyle {
  const [family] = key.split(' ');
  const chain: XmlElement[] = [];
  for (let next = elements.get(key); next && chain.length < LONGEST_CHAIN;) {
    chain.push(next);
    next = elements.get(`${family} ${next.attributes['style:parent-style-name'] ?? ''}`);
  }
  const first = (read: (style: XmlElement) => string | undefined) => {
    for (const style of chain) {
      const found = read(style);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const ofText = (name: string) => first((style) => childNamed(style, 'style:text-properties')?.attributes[name]);
  const weight = ofText('fo:font-weight');
  const named = chain.find(({ attributes }) => !/^[PT]\d+$/.test(attributes['style:name'] ?? ''));
  const level = Number(first(({ attributes }) => attributes['style:default-outline-level']) ?? Number.NaN);
  const name = named?.attributes['style:display-name'] ?? named?.attributes['style:name'] ?? '';
  return {
    name,
    bold: weight === 'bold' || Number(weight) >= 600,
    italic: ['italic', 'oblique'].includes(ofText('fo:font-style') ?? ''),
    marks: marksOf(chain[0]),
    hidden: ofText('text:display') === 'none',
    list: first(({ attributes }) => attributes['style:list-style-name']) ?? null,
    heading: level > 0 ? level : headingNamed(name),
  };
}

function marksOf(style: XmlElement | undefined): Mark[] {
  if (!/^[PT]\d+$/.test(style?.attributes['style:name'] ?? '')) return [];
  const given = childNamed(style, 'style:text-properties')?.attributes ?? {};
  const isGiven = (name: string, ...plain: string[]) => given[name] !== undefined && !plain.includes(given[name]);
  const isColoured = isGiven('fo:color', '#000000') || isGiven('fo:background-color', 'transparent', '#ffffff');
  return [
    ...(isGiven('style:text-underline-style', 'none') ? (['underline'] as const) : []),
    ...(isColoured ? (['colour'] as const) : []),
  ];
}

function levelOf({ name, attributes }: XmlElement): Level {
  return {
    numbered: name === 'text:list-level-style-number' && (attributes['style:num-format'] ?? '') !== '',
    format: FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number(attributes['text:start-value'] ?? 1) || 1,
  };
}

const FORMATS: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };

/** The mark of an item; a bullet where it is not numbered. */
export const markAt = (levels: readonly Level[], level: number, count: number): string => {
  const own = levels[level];
  return own?.numbered ? `${own.prefix}${listNumber(count, own.format)}${own.suffix}` : '-';
};

import { Heading, Link, Section, Text } from '@react-email/components';
import type { CSSProperties, ReactNode } from 'react';
import { directionOf } from '@/lib/platform/text/direction';
import { markdownTree, plainText } from '@/lib/platform/text/markdown-tree';
import type { MarkNode } from '@/lib/platform/text/markdown-tree';
import { directionOfLanguage } from '@/lib/platform/i18n/languages';
import { look } from './look';

type Tagged = Exclude<MarkNode, string>;
type Setting = {
  /** The nesting depth in lists and quotations. */ depth: number;
  direction: 'rtl' | 'ltr';
  mark?: string;
};

type WrittenTextProps = {
  text: string;
  /** The language, if its author has named it. */ language?: string | null;
};

/** A person's text, parsed as on the site's pages: emphasis, lists, quotations and links, never HTML. */
export function WrittenText({ text, language }: WrittenTextProps) {
  const direction = language ? directionOfLanguage(language) : directionOf(text);
  return (
    <Section
      {...(language && { lang: language })}
      dir={direction}
      style={{ textAlign: direction === 'rtl' ? 'right' : 'left' }}
    >
      {blocksOf(markdownTree(text), { depth: 0, direction })}
    </Section>
  );
}

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|section|div)$/;
const isBlock = (node: MarkNode): node is Tagged => typeof node !== 'string' && BLOCKS.test(node.tag);

/** Text beside blocks becomes lines of its own. The mark of a list item comes before its first line. */
function blocksOf(nodes: readonly MarkNode[], setting: Setting): ReactNode[] {
  const made: ReactNode[] = [];
  let words: MarkNode[] = [];
  let { mark } = setting;
  const add = (node: ReactNode) => made.push(<div key={made.length}>{node}</div>);
  const endLine = () => {
    if (plainText(words).trim() !== '') add(lineOf(words, { ...setting, mark }));
    if (words.length > 0) mark = undefined;
    words = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) words.push(node);
    else {
      endLine();
      add(blockOf(node, { ...setting, mark }));
      mark = undefined;
    }
  }
  endLine();
  return made;
}

function blockOf({ tag, children }: Tagged, setting: Setting): ReactNode {
  const inner = { ...setting, depth: setting.depth + 1, mark: undefined };
  switch (tag) {
    case 'p':
      return lineOf(children, setting);
    case 'ul':
    case 'ol':
      return children
        .filter(isBlock)
        .map((item, at) => <div key={at}>{blocksOf(item.children, { ...inner, mark: item['data-mark'] ?? '–' })}</div>);
    case 'blockquote':
      return blocksOf(children, inner);
    case 'tr':
      return lineOf(
        children.flatMap((cell, at) =>
          typeof cell === 'string' ? [] : [...(at > 0 ? [' | '] : []), ...cell.children],
        ),
        setting,
      );
    case 'hr':
      return null;
    default:
      return /^h[1-6]$/.test(tag) ? (
        <Heading as="h4" style={look.subheading} className="ink">
          {inlineOf(children)}
        </Heading>
      ) : (
        blocksOf(children, setting)
      );
  }
}

function lineOf(nodes: readonly MarkNode[], { depth, direction, mark }: Setting): ReactNode {
  // Mail programs know no logical properties.
  const indent: CSSProperties = { [direction === 'rtl' ? 'marginRight' : 'marginLeft']: `${depth * 18}px` };
  return (
    <Line style={indent}>
      {mark && `${mark} `}
      {inlineOf(nodes)}
    </Line>
  );
}

function inlineOf(nodes: readonly MarkNode[]): ReactNode[] {
  return nodes.map((node, at) => (
    <span key={at}>{typeof node === 'string' ? node.replace(/^\n/, '') : inlineElement(node)}</span>
  ));
}

function inlineElement({ tag, href, alt, checked, children }: Tagged): ReactNode {
  switch (tag) {
    case 'strong':
      return <strong>{inlineOf(children)}</strong>;
    case 'em':
      return <em>{inlineOf(children)}</em>;
    case 'del':
      return <s>{inlineOf(children)}</s>;
    case 'a':
      return href ? (
        <Link href={href} className="accent" style={look.addressLink}>
          {inlineOf(children)}
        </Link>
      ) : (
        inlineOf(children)
      );
    case 'br':
      return <br />;
    case 'input':
      return checked ? '☑ ' : '☐ ';
    case 'img':
      return alt;
    default:
      return inlineOf(children);
  }
}

/** One line or several, close to what follows. */
export function Line({ children, style }: { children: ReactNode; style?: CSSProperties }) {
  return (
    <Text style={{ ...look.line, ...style }} className="ink">
      {children}
    </Text>
  );
}

import type { ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import type { Components } from 'react-markdown';
import { markdownPlugins } from '@/lib/format/markdown-rules';
import { isTame } from '@/lib/format/markdown-tame';
import { PlainText } from './prose';
import './markdown.css';

type MarkdownProps = {
  text: string;
  /** The level of the heading above, so that the outline goes on from there. Without it a heading is a line in bold. */
  under?: 1 | 2 | 3 | 4;
  className?: string;
};

/**
 * Text that people wrote, as Markdown: emphasis, lists, quotations, tables, links to the web. Nothing in it is HTML, no image
 * is loaded, and what is no Markdown reads as it was typed, line ends included.
 */
export function Markdown({ text, under, className = '' }: MarkdownProps) {
  if (!isTame(text)) return <PlainText text={text} className={className} />;
  return (
    <div className={`prose ${className}`}>
      <ReactMarkdown
        remarkPlugins={markdownPlugins(under)}
        components={under === undefined ? { ...components, ...flatHeadings } : components}
        urlTransform={(url) => (isWebAddress(url) ? url : '')}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

const isWebAddress = (url: string) => /^https?:\/\//i.test(url) && URL.canParse(url);

const Link = ({ href, children }: { href?: string; children?: ReactNode }) =>
  href ? (
    <a href={href} rel="noopener nofollow ugc" className="link wrap-anywhere">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

const components: Components = {
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  // Loading it would tell a stranger's server who reads this.
  img: ({ src, alt }) => <Link href={typeof src === 'string' ? src : undefined}>{alt || (typeof src === 'string' ? src : '')}</Link>,
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
  p: ({ children }) => <p dir="auto">{children}</p>,
  li: ({ children, value }) => (
    <li dir="auto" value={value}>
      {children}
    </li>
  ),
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  h2: ({ children }) => <h2 dir="auto">{children}</h2>,
  h3: ({ children }) => <h3 dir="auto">{children}</h3>,
  h4: ({ children }) => <h4 dir="auto">{children}</h4>,
  h5: ({ children }) => <h5 dir="auto">{children}</h5>,
  h6: ({ children }) => <h6 dir="auto">{children}</h6>,
};

const InBold = ({ children }: { children?: ReactNode }) => (
  <p dir="auto">
    <strong>{children}</strong>
  </p>
);
const flatHeadings: Components = { h1: InBold, h2: InBold, h3: InBold, h4: InBold, h5: InBold, h6: InBold };

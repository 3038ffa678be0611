import type { ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import type { Components } from 'react-markdown';
import { markdownPlugins } from '@/lib/platform/text/markdown-rules';
import { isWithinMarkdownLimits } from '@/lib/platform/text/markdown-limits';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { PlainText } from './prose';
import './markdown.css';

type MarkdownProps = {
  text: string;
  /**
   * The level of the heading above, so that the outline continues from there. Without it, a heading is a line in bold.
   */
  under?: 1 | 2 | 3 | 4;
  /**
   * The language of the text, where it is known: then the text has one direction, instead of one for each paragraph.
   */
  language?: string | null;
  className?: string;
};

/**
 * Text that people wrote, as Markdown: emphasis, lists, quotations, tables, links to the web. HTML is not interpreted,
 * images are not loaded, and any other text is shown as typed, with its line ends.
 */
export function Markdown({ text, under, language, className = '' }: MarkdownProps) {
  if (!isWithinMarkdownLimits(text)) return <PlainText text={text} language={language} className={className} />;
  const components = language ? oneDirection : eachItsDirection;
  return (
    <div {...inLanguageOf(language)} className={`prose ${className}`}>
      <ReactMarkdown
        remarkPlugins={markdownPlugins(under)}
        components={
          under === undefined ? { ...components, ...flatHeadings(language ? undefined : 'auto') } : components
        }
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

type Dir = 'auto' | undefined;

const componentsWith = (dir: Dir): Components => ({
  a: ({ href, children }) => <Link href={href}>{children}</Link>,
  // Loading it would tell another server who reads this page.
  img: ({ src, alt }) => (
    <Link href={typeof src === 'string' ? src : undefined}>{alt || (typeof src === 'string' ? src : '')}</Link>
  ),
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
  p: ({ children }) => <p dir={dir}>{children}</p>,
  li: ({ children, value }) => (
    <li dir={dir} value={value}>
      {children}
    </li>
  ),
  blockquote: ({ children }) => <blockquote dir={dir}>{children}</blockquote>,
  h2: ({ children }) => <h2 dir={dir}>{children}</h2>,
  h3: ({ children }) => <h3 dir={dir}>{children}</h3>,
  h4: ({ children }) => <h4 dir={dir}>{children}</h4>,
  h5: ({ children }) => <h5 dir={dir}>{children}</h5>,
  h6: ({ children }) => <h6 dir={dir}>{children}</h6>,
});
const [eachItsDirection, oneDirection] = [componentsWith('auto'), componentsWith(undefined)];

function flatHeadings(dir: Dir): Components {
  const inBold = ({ children }: { children?: ReactNode }) => (
    <p dir={dir}>
      <strong>{children}</strong>
    </p>
  );
  return { h1: inBold, h2: inBold, h3: inBold, h4: inBold, h5: inBold, h6: inBold };
}

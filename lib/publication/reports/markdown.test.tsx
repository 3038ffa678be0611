import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS, reportWith } from '@/prisma/factories/reports';
import { markdownReport } from './markdown';
import { proseBlocks } from './prose';
import { text } from './report';
import type { ReportBlock } from './report';

/** The report read by another Markdown parser, as HTML; HTML in it would show as text. */
const read = (blocks: ReportBlock[], words?: string) =>
  renderToStaticMarkup(<Markdown remarkPlugins={[remarkGfm]}>{markdownReport(reportWith(blocks, words))}</Markdown>);

const escaped = (words: string) => renderToStaticMarkup(<>{words}</>);

describe('a report as Markdown', () => {
  it.each(HOSTILE_TEXTS)('shows the text as it is, wherever it stands: %s', (hostile) => {
    const content = [text(hostile)];
    const html = read(
      [
        { kind: 'paragraph', content },
        { kind: 'table', caption: hostile, heads: [hostile, 'B'], widths: [50, 50], rows: [[content, content]] },
        { kind: 'list', items: [{ mark: null, blocks: [{ kind: 'paragraph', content }] }] },
        { kind: 'quotation', blocks: [{ kind: 'paragraph', content }] },
        { kind: 'paragraph', content: [{ kind: 'text', text: hostile, code: true }] },
        { kind: 'code', text: hostile },
        { kind: 'heading', depth: 1, content },
      ],
      hostile,
    );
    // A parser makes links of addresses by itself.
    const shown = html.replace(/<a href="http:[^>]*>|<\/a>/g, '');
    const inText = escaped(hostile);
    // Title, site, fact and its term, heading of the section; paragraph, caption, head, two cells, item, quotation,
    // code in a line, code of several lines, heading within.
    expect(shown.split(inText)).toHaveLength(16);
    expect(shown.match(/<(?!\/)(\w+)/g)?.map((tag) => tag.slice(1))).toEqual(
      'h1 p ul li strong p h2 p p strong table thead tr th th tbody tr td td ul li blockquote p p code pre code h3'.split(
        ' ',
      ),
    );
  });

  it('keeps the signs of lists, emphasis, links and line ends of prose', () => {
    const html = read(
      proseBlocks(
        'First\nsecond **strong** and *soft*, see <https://example.org/a_b>.\n\n3. three\n4. four\n\n- one\n\n> said',
      ),
    );
    expect(html).toContain('First<br/>');
    expect(html).toContain('second <strong>strong</strong> and <em>soft</em>');
    expect(html).toContain('<a href="https://example.org/a_b">https://example.org/a_b</a>');
    expect(html).toMatch(/<ol start="3">\s*<li>three<\/li>\s*<li>four<\/li>\s*<\/ol>/);
    expect(html).toMatch(/<ul>\s*<li>one<\/li>\s*<\/ul>\s*<blockquote>\s*<p>said<\/p>/);
  });

  it('leads from a reference to its section', () => {
    const markdown = markdownReport(
      reportWith([{ kind: 'paragraph', content: [{ kind: 'reference', text: 'BPF-2020-001', section: 'one' }] }]),
    );
    expect(markdown).toContain('<a id="one"></a>');
    expect(markdown).toContain('[BPF-2020-001](#one)');
  });
});

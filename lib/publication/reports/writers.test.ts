import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { unzipped } from '@/lib/contributions/documents/read-word';
import { HOSTILE_TEXTS, reportWith } from '@/prisma/factories/reports';
import { htmlReport } from './html';
import { proseBlocks } from './prose';
import { text } from './report';
import type { ReportBlock } from './report';
import { wordReport } from './word';

const content = HOSTILE_TEXTS.map(text);
const blocks: ReportBlock[] = [
  { kind: 'paragraph', content },
  { kind: 'note', content },
  { kind: 'table', caption: HOSTILE_TEXTS[0], heads: ['A', 'B'], widths: [50, 50], rows: [[content, content]] },
  { kind: 'list', items: [{ mark: '3.', blocks: [{ kind: 'paragraph', content }] }] },
  { kind: 'quotation', blocks: [{ kind: 'paragraph', content }] },
  { kind: 'code', text: HOSTILE_TEXTS.join('\n') },
  { kind: 'facts', facts: [{ term: HOSTILE_TEXTS[1], content }] },
  { kind: 'words', language: '"><script>', blocks: [{ kind: 'heading', depth: 1, content }] },
  { kind: 'paragraph', content: [{ kind: 'link', text: 'a', address: 'javascript:alert(1)' }] },
  { kind: 'paragraph', content: [{ kind: 'link', text: 'b', address: 'https://example.org/"><script>' }] },
  { kind: 'paragraph', content: [{ kind: 'reference', text: 'one', section: 'one' }] },
];
const charts: ReportBlock[] = [
  {
    kind: 'chart',
    id: '"><script>',
    title: HOSTILE_TEXTS.join(' '),
    description: HOSTILE_TEXTS.join(' '),
    drawn: {
      as: 'coverage',
      rows: HOSTILE_TEXTS.map((shortTitle, at) => ({
        criterion: { key: `${at}`, shortTitle },
        counts: { yes: 3, no: 1, indirect: 1, unclear: 1, not_assessed: 0 },
      })),
      words: { yes: HOSTILE_TEXTS[0], no: 'no', indirect: 'indirect', unclear: 'unclear', not_assessed: 'none' },
    },
  },
  {
    kind: 'chart',
    id: 'pairs',
    title: 'Overlap',
    description: 'Two are alike.',
    drawn: { as: 'pairs', rows: [{ name: HOSTILE_TEXTS[1], degree: 0.5, text: '50%' }] },
  },
];
const hostile = reportWith([...blocks, ...charts], HOSTILE_TEXTS.join(' '));
const TAGS =
  /^(a|blockquote|body|caption|dd|defs|desc|div|dl|dt|figcaption|figure|g|h[1-6]|head|header|html|li|main|meta|nav|ol|p|path|pattern|pre|circle|rect|section|span|style|svg|table|tbody|td|text|th|thead|title|tr|ul)$/;

describe('a report as HTML', () => {
  it('has no tag, attribute or address that a text brings along', () => {
    const html = htmlReport(hostile);
    const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)];
    expect(tags.filter(([, tag = '']) => !TAGS.test(tag))).toEqual([]);
    expect(tags.filter(([, , attributes = '']) => /\bon\w+=|javascript:/i.test(attributes))).toEqual([]);
    const said = html.replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, '');
    const shown = said.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    for (const words of HOSTILE_TEXTS) expect(shown.split(words).length).toBeGreaterThan(8);
  });

  it('keeps the numbers of a list as they were typed', () => {
    expect(htmlReport(reportWith(proseBlocks('3. three\n4. four')))).toContain(
      '<ol><li dir="auto" value="3"><p dir="auto">three</p></li><li dir="auto" value="4"><p dir="auto">four</p></li></ol>',
    );
  });
});

describe('a report as a Word file', () => {
  it('is well-formed and holds every text, and no address that is none of the web', async () => {
    const parts = await unzipped(await wordReport(hostile));
    const xml = parts.get('word/document.xml') ?? '';
    for (const [name, part] of parts) if (/\.(xml|rels)$/.test(name)) expect(XMLValidator.validate(part)).toBe(true);
    const shown = xml
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
    for (const words of HOSTILE_TEXTS) expect(shown.split(words).length).toBeGreaterThan(8);
    expect([...parts.values()].join('')).not.toMatch(/Target="javascript/);
  });

  it('has each drawing as a picture with other words for those who do not see it, and is the same file again', async () => {
    const report = reportWith(charts);
    const xml = (await unzipped(await wordReport(report))).get('word/document.xml') ?? '';
    const pictures = [...xml.matchAll(/<wp:docPr id="(\d+)"[^>]* descr="([^"]*)"/g)];
    expect(pictures.map(([, id]) => id)).toEqual(['1', '2']);
    expect(pictures[1]?.[2]).toBe('Two are alike.');
    expect([...xml.matchAll(/<a:blip [^>]*r:embed="rId[^"]+"/g)]).toHaveLength(2);
    expect((await unzipped(await wordReport(report))).get('word/document.xml')).toBe(xml);
  });

  it('has headings, tables whose first row repeats, numbers of pages, and links to its sections', async () => {
    const parts = await unzipped(await wordReport(hostile));
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('w:val="Heading1"');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:hyperlink w:history="1" w:anchor="_one">');
    expect(xml).toMatch(/<w:bookmarkStart[^>]*w:name="_one"/);
    const foot = [...parts].find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1];
    expect(foot).toContain('NUMPAGES');
  });
});

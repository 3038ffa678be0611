import type { Report, ReportBlock } from '@/lib/publication/reports/report';

/** Texts that are markup in one of the formats of a report, or would end it; each is one line. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</td></tr></table><h1>mine</h1>',
  '**bold** _em_ `code` ~~gone~~ [link](javascript:alert(1)) ![image](x.png)',
  '# heading',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '> quotation',
  '===',
  '---',
  '| a | b |',
  '```',
  '&lt;b&gt; &amp; &#60; "quoted" \'single\'',
  '<w:p><w:r><w:t>in Word</w:t></w:r></w:p> ]]>',
  '#read("/etc/passwd") $x$ @label #eval("1")',
  '\\input{/etc/passwd} \\',
  '[^1] [x]: http://example.org',
  '=HYPERLINK("http://example.org")',
  '{count:published} [@BPF-2020-001]',
] as const;

/** A report that holds these blocks in one section, and the texts wherever else a report has words. */
export const reportWith = (blocks: ReportBlock[], words = 'Words'): Report => ({
  locale: 'en',
  site: words,
  title: words,
  call: '2020',
  edition: null,
  madeAt: '2026-11-28T00:00:00.000Z',
  facts: [{ term: words, content: [{ kind: 'text', text: words }] }],
  sections: [{ id: 'one', title: words, blocks, sections: [] }],
});

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown';

type Under = Parameters<typeof Markdown>[0]['under'];
const html = (text: string, under?: Under) =>
  renderToStaticMarkup(<Markdown text={text} under={under} />)
    .replace(/^<div class="prose ">|<\/div>$/g, '')
    .replaceAll('\n', '');
const link = (href: string, words: string) =>
  `<a href="${href}" rel="noopener nofollow ugc" class="link wrap-anywhere">${words}</a>`;

describe('Markdown shows', () => {
  it.each([
    ['emphasis', 'We *do* **this**', '<p dir="auto">We <em>do</em> <strong>this</strong></p>'],
    ['lists', '- one\n- two', '<ul><li dir="auto">one</li><li dir="auto">two</li></ul>'],
    ['a quotation', '> said', '<blockquote dir="auto"><p dir="auto">said</p></blockquote>'],
    [
      'a named link',
      '[our report](https://example.org/r)',
      `<p dir="auto">${link('https://example.org/r', 'our report')}</p>`,
    ],
    [
      'a bare address',
      'See https://example.org/r.',
      `<p dir="auto">See ${link('https://example.org/r', 'https://example.org/r')}.</p>`,
    ],
    [
      'an image as a link',
      '![chart](https://example.org/c.png)',
      `<p dir="auto">${link('https://example.org/c.png', 'chart')}</p>`,
    ],
    [
      'a table',
      '|a|b|\n|-|-|\n|1|2|',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'ticked items',
      '- [x] done\n- [ ] not',
      '<ul class="contains-task-list"><li dir="auto"><span>☑</span> done</li><li dir="auto"><span>☐</span> not</li></ul>',
    ],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['line ends', 'one\ntwo\n\nthree', '<p dir="auto">one<br/>two</p><p dir="auto">three</p>'],
    ['indented lines', 'one\n\n        two', '<p dir="auto">one</p><p dir="auto">two</p>'],
    ['lines of hyphens', 'one\n---\ntwo', '<p dir="auto">one</p><hr/><p dir="auto">two</p>'],
    [
      'notes at the foot',
      'as said [1]\n\n[1]: the report\n[^2]: another',
      '<p dir="auto">as said [1]</p><p dir="auto">[1]: the report<br/>[^2]: another</p>',
    ],
    ['names with underscores', 'the_name_of ~50 people and ~60', '<p dir="auto">the_name_of ~50 people and ~60</p>'],
    ['an address of mail', 'office@example.org', '<p dir="auto"><span>office@example.org</span></p>'],
  ])('as it was typed: %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    [
      'numbers that leave some out',
      '1. a\n3. b\n5. c',
      '<ol><li dir="auto">a</li><li dir="auto" value="3">b</li><li dir="auto" value="5">c</li></ol>',
    ],
    ['numbers that go down', '2. a\n1. b', '<ol start="2"><li dir="auto">a</li><li dir="auto" value="1">b</li></ol>'],
    ['the same number again', '1. a\n1. b', '<ol><li dir="auto">a</li><li dir="auto" value="1">b</li></ol>'],
    [
      'numbers with a bracket',
      '1) a\n2) b',
      '<ol class="with-bracket"><li dir="auto">a</li><li dir="auto">b</li></ol>',
    ],
    ['numbers with a zero', '01. a\n02. b', '<ol class="with-zero"><li dir="auto">a</li><li dir="auto">b</li></ol>'],
    [
      'a year that begins a line',
      '2019. It began.',
      '<ol start="2019" class="with-long-numbers"><li dir="auto">It began.</li></ol>',
    ],
    ['a product', '2*3*4=24 and 2**3**4', '<p dir="auto">2*3*4=24 and 2**3**4</p>'],
    ['stars beside digits', '*3 of 4* and *a 5*', '<p dir="auto">*3 of 4* and *a 5*</p>'],
    ['stars within words', 'Kolleg*innen und Student*innen', '<p dir="auto">Kolleg*innen und Student*innen</p>'],
    ['a plus that begins a line', '+ 5 % in 2019\n+ 6 % in 2020', '<p dir="auto">+ 5 % in 2019<br/>+ 6 % in 2020</p>'],
    [
      'a star that begins a line',
      'Notes:\n\n* a **word**\n* [ ] b',
      '<p dir="auto">Notes:</p><p dir="auto">* a <strong>word</strong><br/>* [ ] b</p>',
    ],
    [
      'a plus before lists of its own',
      '+ a\n  - b\n+ c',
      '<p dir="auto">+ a</p><ul><li dir="auto">b</li></ul><p dir="auto">+ c</p>',
    ],
    ['a line of stars', 'one\n\n* * *\n\ntwo', '<p dir="auto">one</p><p dir="auto">* * *</p><p dir="auto">two</p>'],
  ])('characters as they were typed: %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['at the edges of a word', 'a *b c* d, (*e*)', '<p dir="auto">a <em>b c</em> d, (<em>e</em>)</p>'],
    ['in bold around digits', '**2020**', '<p dir="auto"><strong>2020</strong></p>'],
    [
      'within a word of a script that has no spaces',
      '\u8fd9*\u5f3a\u8c03*\u6587',
      '<p dir="auto">\u8fd9<em>\u5f3a\u8c03</em>\u6587</p>',
    ],
    ['inside stars that are none', 'a*b *c* d*e', '<p dir="auto">a*b <em>c</em> d*e</p>'],
  ])('emphasis %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('a text in the direction of its language if known, and otherwise each part in its own', () => {
    const arabic = '(BPF) \u0645\u0631\u062d\u0628\u0627';
    expect(renderToStaticMarkup(<Markdown text={arabic} language="ar" />)).toContain(
      `<div lang="ar" dir="rtl" class="prose "><p>${arabic}</p>`,
    );
    expect(renderToStaticMarkup(<Markdown text="Bonjour" language="fr" />)).toContain(
      '<div lang="fr" dir="ltr" class="prose "><p>Bonjour</p>',
    );
    expect(html(arabic)).toBe(`<p dir="auto">${arabic}</p>`);
  });

  it('headings below the level above, one step at a time', () => {
    expect(html('### a\n##### b\n## c\n### d', 2)).toBe(
      '<h3 dir="auto">a</h3><h4 dir="auto">b</h4><h3 dir="auto">c</h3><h4 dir="auto">d</h4>',
    );
    expect(html('# a\n## b\n### c', 4)).toBe('<h5 dir="auto">a</h5><h6 dir="auto">b</h6><h6 dir="auto">c</h6>');
    expect(html('# a')).toBe('<p dir="auto"><strong>a</strong></p>');
  });
});

describe('Markdown removes everything that runs code, loads content or links elsewhere', () => {
  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](java\u0000script:alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html,<script>alert(1)</script>)',
    '![a](data:image/svg+xml;base64,PHN2Zz4=)',
    '![a](javascript:alert(1))',
    '[a](file:///etc/passwd)',
    '[a](//evil.example)',
    '[a](/desk)',
    '<javascript:alert(1)>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)></svg>',
    '<a href="https://example.org" onclick="alert(1)">a</a>',
    '<iframe src="https://example.org"></iframe>',
    '<style>*{display:none}</style>',
    '[a]: javascript:alert(1)\n\n[a]',
    '```html\n<script>alert(1)</script>\n```',
    '| <img src=x onerror=alert(1)> |\n|-|',
    '**<b onmouseover=alert(1)>x</b>**',
  ])('%s', (text) => {
    const shown = html(text);
    const tags = [...shown.matchAll(/<(\w+)([^>]*)>/g)].map(([, tag, attributes]) => ({ tag, attributes }));
    expect(tags.filter(({ tag }) => /^(script|img|svg|iframe|style|object|form|input|b)$/.test(tag ?? ''))).toEqual([]);
    expect(tags.filter(({ attributes }) => /\son\w+=|\ssrc=/.test(attributes ?? ''))).toEqual([]);
    const addresses = tags.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes);
    expect(
      addresses.filter(
        (attributes) => !attributes?.startsWith(' href="https://example.org" rel="noopener nofollow ugc"'),
      ),
    ).toEqual([]);
  });

  it('keeps all words', () => {
    expect(html('a <script>alert(1)</script> b')).toBe('<p dir="auto">a &lt;script&gt;alert(1)&lt;/script&gt; b</p>');
  });
});

describe('Markdown is rendered in a short time', () => {
  it.each([
    ['brackets', '['.repeat(10_000)],
    ['brackets that close', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['images', '!['.repeat(10_000)],
    ['quotations', '> '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(10_000)],
    ['deeper and deeper lists', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['emphasis', '*a **b '.repeat(5_000) + 'b** a*'.repeat(5_000)],
    ['stars', '*'.repeat(100_000)],
    ['tables', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}`],
    ['addresses', 'http://a.b/'.repeat(5_000)],
    ['code', Array.from({ length: 400 }, (_, at) => '`'.repeat(at)).join(' ')],
    [
      'the most that is read as Markdown',
      `${'*a _b '.repeat(75)}${'_ b* '.repeat(75)}${'['.repeat(300)}${']'.repeat(300)}`,
    ],
    ['a megabyte', 'words '.repeat(170_000)],
  ])('for %s, with the whole text', (_, text) => {
    const begun = performance.now();
    expect(html(text).length).toBeGreaterThan(text.trim().length / 4);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

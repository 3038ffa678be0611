import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown';

type Under = Parameters<typeof Markdown>[0]['under'];
const html = (text: string, under?: Under) => renderToStaticMarkup(<Markdown text={text} under={under} />).replace(/^<div class="prose ">|<\/div>$/g, '').replaceAll('\n', '');
const link = (href: string, words: string) => `<a href="${href}" rel="noopener nofollow ugc" class="link wrap-anywhere">${words}</a>`;

describe('Markdown shows', () => {
  it.each([
    ['emphasis', 'We *do* **this**', '<p dir="auto">We <em>do</em> <strong>this</strong></p>'],
    ['lists', '- one\n- two', '<ul><li dir="auto">one</li><li dir="auto">two</li></ul>'],
    ['a quotation', '> said', '<blockquote dir="auto"><p dir="auto">said</p></blockquote>'],
    ['a named link', '[our report](https://example.org/r)', `<p dir="auto">${link('https://example.org/r', 'our report')}</p>`],
    ['a bare address', 'See https://example.org/r.', `<p dir="auto">See ${link('https://example.org/r', 'https://example.org/r')}.</p>`],
    ['an image as a link', '![chart](https://example.org/c.png)', `<p dir="auto">${link('https://example.org/c.png', 'chart')}</p>`],
    ['a table', '|a|b|\n|-|-|\n|1|2|', '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'],
    ['ticked items', '- [x] done\n- [ ] not', '<ul class="contains-task-list"><li dir="auto"><span>☑</span> done</li><li dir="auto"><span>☐</span> not</li></ul>'],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['line ends', 'one\ntwo\n\nthree', '<p dir="auto">one<br/>two</p><p dir="auto">three</p>'],
    ['indented lines', 'one\n\n        two', '<p dir="auto">one</p><p dir="auto">two</p>'],
    ['lines of hyphens', 'one\n---\ntwo', '<p dir="auto">one</p><hr/><p dir="auto">two</p>'],
    ['notes at the foot', 'as said [1]\n\n[1]: the report\n[^2]: another', '<p dir="auto">as said [1]</p><p dir="auto">[1]: the report<br/>[^2]: another</p>'],
    ['names with underscores', 'the_name_of ~50 people and ~60', '<p dir="auto">the_name_of ~50 people and ~60</p>'],
    ['an address of mail', 'office@example.org', '<p dir="auto"><span>office@example.org</span></p>'],
  ])('as it was typed: %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('headings that go on from the level above, one step at a time', () => {
    expect(html('### a\n##### b\n## c\n### d', 2)).toBe('<h3 dir="auto">a</h3><h4 dir="auto">b</h4><h3 dir="auto">c</h3><h4 dir="auto">d</h4>');
    expect(html('# a\n## b\n### c', 4)).toBe('<h5 dir="auto">a</h5><h6 dir="auto">b</h6><h6 dir="auto">c</h6>');
    expect(html('# a')).toBe('<p dir="auto"><strong>a</strong></p>');
  });
});

describe('Markdown lets nothing through that runs, loads or leads elsewhere', () => {
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
    expect(addresses.filter((attributes) => !/^ href="https:\/\/example\.org" rel="noopener nofollow ugc"/.test(attributes ?? ''))).toEqual([]);
  });

  it('loses none of the words', () => {
    expect(html('a <script>alert(1)</script> b')).toBe('<p dir="auto">a &lt;script&gt;alert(1)&lt;/script&gt; b</p>');
  });
});

describe('Markdown is not kept busy', () => {
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
    ['the most that is read as Markdown', `${'*a _b '.repeat(75)}${'_ b* '.repeat(75)}${'['.repeat(300)}${']'.repeat(300)}`],
    ['a megabyte', 'words '.repeat(170_000)],
  ])('by %s, and shows the text', (_, text) => {
    const begun = performance.now();
    expect(html(text).length).toBeGreaterThan(text.trim().length / 4);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

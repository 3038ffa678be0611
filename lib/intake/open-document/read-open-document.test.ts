import { describe, expect, it } from 'vitest';
import { markdownIn, plainTextIn } from '@/lib/intake/document-text';
import { readFile } from '@/lib/intake/read-file';
import { makeZip, odtParts } from '@/prisma/factories/files';
import { makeOpenDocument } from '@/prisma/factories/word-files';

const read = (bytes: Buffer) => readFile({ name: 'a.odt', bytes }, ['odt']);
async function documentOf(body: string, more: { styles?: string; meta?: string } = {}) {
  const result = await read(makeOpenDocument({ body, ...more }));
  if (!result.ok || result.file.kind !== 'document') throw new Error('not read');
  return result.file.document;
}
const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
const p = (content: string, style = 'Text') => `<text:p text:style-name="${style}">${content}</text:p>`;

const STYLES = `
  <style:style style:name="Text" style:family="paragraph" style:display-name="Body text"/>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text"/>
  <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties fo:font-style="italic" fo:font-weight="normal"/></style:style>
  <style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
  <text:list-style style:name="L1">
    <text:list-level-style-number style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number style:num-format="a" style:num-suffix=")" text:start-value="2"/>
  </text:list-style>
  <text:list-style style:name="L2"><text:list-level-style-bullet/></text:list-style>`;

describe('an OpenDocument text', () => {
  it('is read with its looks, spaces and links', async () => {
    const document = await documentOf(
      p(
        `A <text:span text:style-name="T1">bo</text:span><text:span text:style-name="T1">ld</text:span> and
         <text:span text:style-name="T2">leaning</text:span> word<text:s text:c="2"/>,<text:line-break/>` +
          '<text:a xlink:href="https://example.org/a">a link</text:a><text:span text:style-name="T3">hidden</text:span>',
        'P1',
      ),
      { styles: STYLES },
    );
    expect(markdownIn(document, all)).toBe('A **bold** and *leaning* word  ,\n[a link](https://example.org/a)');
    expect(document.paragraphs[0]?.style).toBe('Body text');
    expect(document.noticed).toEqual({ hidden_text: 1 });
  });

  it('has headings, lists that are counted, and tables', async () => {
    const list = (style: string, items: string, more = '') =>
      `<text:list text:style-name="${style}"${more}>${items}</text:list>`;
    const item = (inner: string) => `<text:list-item>${inner}</text:list-item>`;
    const document = await documentOf(
      `<text:h text:outline-level="2">Title</text:h>` +
        list('L1', item(p('one') + p('more of it')) + item(p('two') + list('L1', item(p('within'))))) +
        p('between') +
        list('L1', item(p('three')), ' text:continue-numbering="true"') +
        list('L2', item(p('point'))) +
        `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('a')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row></table:table-header-rows>` +
        `<table:table-row><table:table-cell table:number-columns-spanned="2">${p('c')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
      { styles: STYLES },
    );
    expect(document.paragraphs.map(({ heading, list: of }) => heading ?? of?.mark ?? null).slice(0, 8)).toEqual([
      2,
      '1.',
      null,
      '2.',
      'b)',
      null,
      '3.',
      '-',
    ]);
    expect(document.cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(markdownIn(document, { from: document.cells[0]?.from ?? 0, to: all.to })).toBe(
      '| a | b |\n| --- | --- |\n| c |  |',
    );
  });

  it('has bookmarks, controls and properties, and not what was deleted', async () => {
    const document = await documentOf(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        p('before <text:bookmark-start text:name="q1"/>one') +
        p(
          'two<text:bookmark-end text:name="q1"/><text:change text:change-id="1"/><office:annotation><text:p>a comment</text:p></office:annotation>',
        ) +
        p('<loext:content-control loext:checkbox="true" loext:checked="true">x</loext:content-control>') +
        p('<loext:content-control loext:showing-place-holder="true">Choose</loext:content-control>') +
        p(
          '<draw:frame><draw:image/></draw:frame><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>',
        ) +
        p(
          'end<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note>',
        ),
      {
        meta: '<meta:user-defined meta:name="bpf-call">2020</meta:user-defined><meta:initial-creator>x</meta:initial-creator>',
      },
    );
    const [bookmark] = document.anchors;
    expect(bookmark && [bookmark.name, plainTextIn(document, bookmark)]).toEqual(['q1', 'one\ntwo']);
    expect(plainTextIn(document, all)).toBe('before one\ntwo\n☒\nboxed\nend [a note]');
    expect(document.properties).toEqual({ 'bpf-call': '2020' });
    expect(document.noticed).toEqual({ deletions: 1, comments: 1, pictures: 1, text_boxes: 1, notes: 1 });
  });

  it('is refused with a password', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const parts = odtParts.map((part) => ({
      ...part,
      ...(part.name === 'content.xml' && { content: '\u0001\u0002' }),
      ...(part.name.startsWith('META-INF') && { content: manifest }),
    }));
    expect(await read(makeZip(parts))).toEqual({ ok: false, reason: 'document_locked' });
  });

  it('is refused without a text', async () => {
    expect(await read(makeZip(odtParts))).toEqual({ ok: false, reason: 'document_damaged' });
  });
});

import { describe, expect, it } from 'vitest';
import { markdownIn, plainTextIn } from '@/lib/intake/document-text';
import { readFile } from '@/lib/intake/read-file';
import { makeZip, wordParts } from '@/prisma/factories/files';
import { control, makeWord, paragraph, run, table } from '@/prisma/factories/word-files';

async function read(bytes: Buffer) {
  const result = await readFile({ name: 'a.docx', bytes }, ['docx']);
  if (!result.ok || result.file.kind !== 'document') throw new Error('not read');
  return result.file.document;
}
type Given = Parameters<typeof makeWord>[0];
const documentOf = (body: string, more: Omit<Given, 'body'> = {}) => read(makeWord({ body, ...more }));
const all = { from: 0, to: Number.MAX_SAFE_INTEGER };
const saidIn = async (body: string, more: Omit<Given, 'body'> = {}) => markdownIn(await documentOf(body, more), all);

const checkbox = (checked: string) => `<w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox>`;
const PLACEHOLDER = '<w:showingPlcHdr/>';

describe('content controls', () => {
  it('are found around blocks, rows, cells and runs', async () => {
    const row = `<w:tr>${control('cell', `<w:tc>${paragraph('in a cell')}</w:tc>`)}<w:tc>${paragraph('beside')}</w:tc></w:tr>`;
    const document = await documentOf(
      control('block', paragraph('in a block') + paragraph('and another')) +
        `<w:tbl>${control('row', row)}</w:tbl>` +
        paragraph(run('before ') + control('run', run('in a run')) + run(' after')),
    );
    expect(document.anchors.map((anchor) => [anchor.name, plainTextIn(document, anchor)])).toEqual([
      ['block', 'in a block\nand another'],
      ['cell', 'in a cell'],
      ['row', 'in a cell\nbeside'],
      ['run', 'in a run'],
    ]);
    expect(document.cells.map(({ row: at, column }) => [at, column])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('say their state, their entry and their day', async () => {
    const list = `<w:dropDownList><w:listItem w:displayText="Yes, fully" w:value="yes"/></w:dropDownList>`;
    const document = await documentOf(
      paragraph(
        control('box', run('x'), checkbox('1')) +
          control('empty', run('☐'), checkbox('0')) +
          control('list', run('Yes, ') + run('fully'), list) +
          control('unset', run('Choose'), list + PLACEHOLDER) +
          control('day', run('4/3/2018'), '<w:date w:fullDate="2018-03-04T00:00:00Z"/>'),
      ),
    );
    expect(document.anchors.map(({ name, control: said }) => [name, said])).toEqual([
      ['box', { type: 'checkbox', placeholder: false, checked: true }],
      ['empty', { type: 'checkbox', placeholder: false, checked: false }],
      ['list', { type: 'dropdown', placeholder: false, value: 'yes' }],
      ['unset', { type: 'dropdown', placeholder: true }],
      ['day', { type: 'date', placeholder: false, value: '2018-03-04' }],
    ]);
    expect(plainTextIn(document, all)).toBe('☒☐Yes, fully4/3/2018');
  });

  it('that show their placeholder say nothing', async () => {
    expect(await saidIn(control('a', paragraph('Click here to write'), PLACEHOLDER))).toBe('');
  });
});

describe('tracked changes', () => {
  it('are read as accepted, at every level, and counted', async () => {
    const document = await documentOf(
      `<w:ins w:id="1">${paragraph('a new block')}</w:ins>` +
        `<w:del w:id="2">${paragraph('an old block')}</w:del>` +
        paragraph(
          `${run('kept ')}<w:ins w:id="3">${run('added ')}</w:ins><w:del w:id="4"><w:r><w:delText>removed </w:delText></w:r></w:del>` +
            `<w:moveFrom w:id="5">${run('moved ')}</w:moveFrom>${run('and ')}<w:moveTo w:id="6">${run('moved')}</w:moveTo>`,
        ) +
        `<w:tbl><w:tr><w:trPr><w:del w:id="7"/></w:trPr><w:tc>${paragraph('a removed row')}</w:tc></w:tr>` +
        `<w:tr><w:trPr><w:ins w:id="8"/></w:trPr><w:tc>${paragraph('an added row')}</w:tc></w:tr></w:tbl>`,
    );
    expect(plainTextIn(document, all)).toBe('a new block\nkept added and moved\nan added row');
    expect(document.noticed).toEqual({ insertions: 3, deletions: 3, moves: 1 });
  });

  it('join two paragraphs where the mark between them was deleted', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(await saidIn(paragraph('one ', { properties: deleted }) + paragraph('sentence') + paragraph('two'))).toBe(
      'one sentence\n\ntwo',
    );
  });
});

describe('bookmarks', () => {
  it('are found within a paragraph, over several, and without content', async () => {
    const begin = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
    const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;
    const document = await documentOf(
      paragraph(`${begin(1, 'inside')}${run('one')}${end(1)}${begin(2, 'over')}${run(' two')}`) +
        paragraph(`${run('three')}${end(2)}`) +
        paragraph(`${begin(3, 'empty')}${end(3)}${begin(4, 'open')}`),
    );
    expect(document.anchors.map((anchor) => [anchor.name, plainTextIn(document, anchor), anchor.paragraph])).toEqual([
      ['inside', 'one', 0],
      ['over', 'two\nthree', 0],
      ['empty', '', 2],
    ]);
  });
});

const NUMBERING = `
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
const item = (text: string, list: number, level = 0) =>
  paragraph(text, { properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>` });

describe('lists', () => {
  it('have the marks that Word shows', async () => {
    const document = await documentOf(
      item('a', 1) +
        item('b', 1, 1) +
        item('c', 1, 1) +
        item('d', 1, 2) +
        item('e', 1) +
        item('f', 1, 1) +
        item('g', 2) +
        item('h', 3) +
        item('i', 0),
      { numbering: NUMBERING },
    );
    expect(document.paragraphs.map(({ list }) => list && [list.level, list.mark])).toEqual([
      [0, '1.'],
      [1, 'a)'],
      [1, 'b)'],
      [2, '1.i'],
      [0, '2.'],
      [1, 'a)'],
      [0, '-'],
      [0, '1.'],
      null,
    ]);
  });

  it('become lists of Markdown', async () => {
    expect(
      await saidIn(
        paragraph('Two points:') + item('one', 1) + item('two', 1) + item('within', 2, 0) + paragraph('end'),
        {
          numbering: NUMBERING,
        },
      ),
    ).toBe('Two points:\n\n1. one\n2. two\n- within\n\nend');
  });
});

describe('the text of a document', () => {
  it('keeps emphasis of whole words, links, quotations and line breaks', async () => {
    const body =
      paragraph(
        run('A ') + run('bo', '<w:b/>') + run('ld ', '<w:b/>') + run('and ') + run('leaning', '<w:i/>') + run(' word'),
      ) +
      paragraph(run('half', '<w:b/>') + run('way') + run(' off', '<w:b w:val="0"/>')) +
      paragraph(
        `${run('See ')}<w:hyperlink r:id="l1">${run('the text')}</w:hyperlink>${run(' (https://example.org/a).')}`,
      ) +
      paragraph(`<w:hyperlink r:id="l2">${run('no link')}</w:hyperlink>`) +
      paragraph('said', { style: 'Quote' }) +
      paragraph(`<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:noBreakHyphen/></w:r>`);
    const styles = '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quotation"/></w:style>';
    expect(await saidIn(body, { styles, links: { l1: 'https://example.org/a', l2: 'javascript:alert(1)' } })).toBe(
      [
        'A **bold** and *leaning* word',
        'halfway off',
        'See [the text](https://example.org/a).',
        'no link',
        '> said',
        'one\ntwo\t-',
      ].join('\n\n'),
    );
  });

  it('keeps pasted tables, headings, footnotes, fields, formulas and text boxes', async () => {
    const box = (inner: string) =>
      `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${inner}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const body =
      paragraph('A heading', { style: 'Heading2' }) +
      table([paragraph('a'), paragraph('b') + paragraph('c')], [paragraph('d | e'), table([paragraph('f')])]) +
      paragraph(`${run('A claim')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>${run(' yes')}`,
      ) +
      paragraph(run('around') + `<w:r>${box(paragraph('inside'))}</w:r>`) +
      paragraph(run('hidden', '<w:vanish/>') + run('end'));
    const footnotes = `<w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">${paragraph('Source: a report')}</w:footnote>`;
    expect(await saidIn(body, { footnotes })).toBe(
      [
        '### A heading',
        '| a | b c |\n| --- | --- |\n| d \\| e | f |',
        'A claim [Source: a report]',
        '☒ yes',
        'around',
        'inside',
        'end',
      ].join('\n\n'),
    );
    expect((await documentOf(body, { footnotes })).noticed).toEqual({
      notes: 1,
      text_boxes: 1,
      hidden_text: 1,
    });
  });

  it('is the same when a program puts a control without a name around every run', async () => {
    const wrapped = (text: string, look = '') =>
      control(`goog_rdk_${text.length}`, run(text, look), '<w:id w:val="1"/>');
    expect(await saidIn(paragraph(wrapped('A ') + wrapped('word', '<w:b/>') + wrapped(' more')))).toBe(
      'A **word** more',
    );
  });
});

describe('a Word file', () => {
  it('says its own properties, and those of its author stay unread', async () => {
    const document = await documentOf(paragraph('a'), {
      properties: { 'bpf-call': '2020' },
      more: [{ name: 'docProps/core.xml', content: '<a>Somebody</a>' }],
    });
    expect(document.properties).toEqual({ 'bpf-call': '2020' });
  });

  it('counts comments, pictures and what it does not read', async () => {
    const document = await documentOf(
      paragraph('<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing/></w:r>') + '<w:altChunk r:id="x"/>',
    );
    expect(document.noticed).toEqual({ comments: 1, pictures: 1, inserted_documents: 1 });
  });

  it.each([
    ['that has no body', [{ name: 'word/document.xml', content: '<a/>' }], 'document_damaged'],
    ['whose styles are broken', [{ name: 'word/styles.xml', content: '<a>' }], 'document_damaged'],
  ])('%s is refused', async (_, parts, reason) => {
    const kept = wordParts.filter(({ name }) => !parts.some((part) => part.name === name));
    expect(await readFile({ name: 'a.docx', bytes: makeZip([...kept, ...parts]) }, ['docx'])).toEqual({
      ok: false,
      reason,
    });
  });
});

import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import type { ZipPart } from '@/prisma/factories/files';
import { makeZip, odtParts, wordParts } from '@/prisma/factories/files';
import { examineFile } from './examine';

const findingsOf = async (name: string, bytes: Buffer) => {
  const result = await examineFile({ name, bytes });
  return result.ok ? result.findings : result.reason;
};
const word = (...parts: ZipPart[]) => findingsOf('letter.docx', makeZip([...wordParts, ...parts]));
const openDocument = (...parts: ZipPart[]) =>
  findingsOf(
    'letter.odt',
    makeZip([...odtParts.filter(({ name }) => !parts.some((part) => part.name === name)), ...parts]),
  );

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (name: string, kind: string, target: string, mode = 'External'): ZipPart => ({
  name: `word/_rels/${name}.rels`,
  content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPES}/${kind}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
});
const body = (xml: string): ZipPart => ({ name: 'word/header1.xml', content: `<w:hdr xmlns:w="urn:w">${xml}</w:hdr>` });
const field = (...runs: string[]) =>
  body(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${runs.map((run) => `<w:r><w:instrText>${run}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  );

describe('a Word document is marked where it', () => {
  it.each<[string, ZipPart[], string[]]>([
    [
      'takes its template from elsewhere',
      [rels('settings.xml', 'attachedTemplate', 'https://templates.example/ministry.dotm')],
      ['remote_template'],
    ],
    [
      'takes it from a folder of its network',
      [rels('settings.xml', 'attachedTemplate', 'file:///\\\\server\\share\\a.dotx')],
      ['remote_template'],
    ],
    [
      'hides that in letters written as numbers',
      [rels('settings.xml', 'attachedTemplate', 'https://templates.example/a.dotm', '&#69;xtern&#x61;l')],
      ['remote_template'],
    ],
    [
      'holds an OLE object',
      [
        rels('document.xml', 'oleObject', 'embeddings/oleObject1.bin', 'Internal'),
        { name: 'word/embeddings/oleObject1.bin', content: 'D0CF' },
      ],
      ['embedded_object'],
    ],
    ['holds a table of another program', [{ name: 'word/embeddings/Table.xlsx', content: 'PK' }], ['embedded_object']],
    [
      'holds an ActiveX control',
      [{ name: 'word/activeX/activeX1.xml', content: '<ax:ocx xmlns:ax="urn:ax"/>' }],
      ['activex'],
    ],
    [
      'inserts another document',
      [rels('document.xml', 'aFChunk', 'afchunk.rtf', 'Internal'), { name: 'word/afchunk.rtf', content: '{\\rtf1}' }],
      ['inserted_document'],
    ],
    ['inserts one by its tag alone', [body('<w:altChunk r:id="rId9"/>')], ['inserted_document']],
    [
      'shows a picture from elsewhere',
      [rels('document.xml', 'image', 'https://tracker.example/pixel.png')],
      ['remote_image'],
    ],
    ['shows one by a field', [field(' INCLUDEPICTURE "https://tracker.example/pixel.png" \\d ')], ['remote_image']],
    ['runs another program by DDE', [field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ')], ['dde']],
    ['spreads DDE over several runs', [field(' D', 'DE', 'AUTO cmd "/k calc"')], ['dde']],
    ['has DDE in a simple field', [body('<w:fldSimple w:instr="DDE cmd a"/>')], ['dde']],
    ['spells DDE in numbers', [field(' QUOTE 68 68 69 65 85 84 79 ')], ['dde']],
    [
      'takes a frame from elsewhere',
      [rels('webSettings.xml', 'frame', 'https://example.org/frame.html')],
      ['external_content'],
    ],
    [
      'does several of these',
      [
        rels('settings.xml', 'attachedTemplate', 'https://a.example/a.dotx'),
        field(' DDE a b '),
        { name: 'word/embeddings/a.bin' },
      ],
      ['remote_template', 'embedded_object', 'dde'],
    ],
  ])('%s', async (_, parts, findings) => {
    expect(await word(...parts)).toEqual(findings);
  });

  it('says so in UTF-16', async () => {
    const template = rels('settings.xml', 'attachedTemplate', 'https://templates.example/ministry.dotm');
    for (const mark of ['\uFEFF', ''])
      expect(
        await word({ ...template, content: Buffer.from(`${mark}${String(template.content)}`, 'utf16le') }),
      ).toEqual(['remote_template']);
  });
});

describe('a Word document is not marked where it', () => {
  it('was made by a word processor and has links, a picture of its own and the number of its page', async () => {
    const link = new ExternalHyperlink({ link: 'https://example.org/report', children: [new TextRun('The report')] });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [{ children: [new Paragraph({ children: [link, new TextRun('We DDE, LINK and QUOTE 1 2 3.')] })] }],
      }),
    );
    expect(await findingsOf('answers.docx', bytes)).toEqual([]);
    expect(
      await word(rels('document.xml', 'image', 'media/image1.png', 'Internal'), field(' PAGE '), body('<w:instr/>')),
    ).toEqual([]);
  });
});

describe('an OpenDocument text is marked where it', () => {
  const content = (xml: string): ZipPart => ({
    name: 'content.xml',
    content: `<office:document-content xmlns:xlink="urn:x">${xml}</office:document-content>`,
  });
  it.each<[string, ZipPart, string[]]>([
    [
      'shows a picture from elsewhere',
      content('<draw:image xlink:href="https://tracker.example/pixel.png"/>'),
      ['remote_image'],
    ],
    [
      'inserts a part of another document',
      content('<text:section-source xlink:href="../other.odt"/>'),
      ['external_content'],
    ],
    ['holds an OLE object', content('<draw:object-ole xlink:href="./Object 1"/>'), ['embedded_object']],
    ['asks another program by DDE', content('<text:dde-connection-decl office:dde-application="soffice"/>'), ['dde']],
    [
      'listens to events',
      content('<script:event-listener script:event-name="dom:load" xlink:href="vnd.sun.star.script:a"/>'),
      ['script'],
    ],
    [
      'takes its template from elsewhere',
      {
        name: 'meta.xml',
        content: '<office:meta><meta:template xlink:href="https://templates.example/a.ott"/></office:meta>',
      },
      ['remote_template'],
    ],
    [
      'has links and pictures of its own: not at all',
      content('<text:a xlink:href="https://example.org/"/><draw:image xlink:href="Pictures/1.png"/>'),
      [],
    ],
  ])('%s', async (_, part, findings) => {
    expect(await openDocument(part)).toEqual(findings);
  });
});

describe('an archive is refused where it', () => {
  const large = 'x'.repeat(50_000);
  it.each<[string, ZipPart]>([
    ['says a part is smaller than it is', { name: 'word/media/a', content: large, claims: { uncompressed: 10 } }],
    ['says a part is larger than it is', { name: 'word/media/a', content: large, claims: { uncompressed: 60_000 } }],
    ['has another sum than its part', { name: 'word/media/a', content: large, claims: { crc: 1 } }],
    ['calls a part by two names', { name: 'word/media/a.xml', content: large, claims: { name: 'word/media/b.xml' } }],
    ['defines words of its own', { name: 'word/settings.xml', content: '<!DOCTYPE a [<!ENTITY e "External">]><a/>' }],
  ])('%s', async (_, part) => {
    expect(await word(part)).toBe('file_suspicious');
  });
});

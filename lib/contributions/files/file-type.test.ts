import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import {
  makeGif,
  makeJpeg,
  makePdf,
  makePng,
  makeProgram,
  makeWebp,
  makeZip,
  odtParts,
  wordParts,
} from '@/prisma/factories/files';
import { ARCHIVE_LIMITS, DOCX, MAX_BYTES_PER_FILE, ODT } from './constants';
import { tellFile } from './file-type';

const told = async (name: string, bytes: Buffer) => {
  const result = await tellFile({ name, bytes });
  return result.ok ? result.mediaType : result.reason;
};
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024);

describe('tellFile takes', () => {
  it('a document made by a word processor', async () => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('What we do')] }] }));
    expect(await told('answers.docx', bytes)).toBe(DOCX);
  });

  it.each([
    ['plain Word', 'report.docx', makeZip(wordParts), DOCX],
    ['Word whose list of parts comes last', 'report.docx', makeZip(wordParts.toReversed()), DOCX],
    ['OpenDocument', 'report.odt', makeZip(odtParts), ODT],
    ['PDF', 'letter.PDF', makePdf(), 'application/pdf'],
    ['PNG', 'chart.png', makePng(), 'image/png'],
    ['JPEG', 'photo.jpeg', makeJpeg(), 'image/jpeg'],
    ['JPEG by its short extension', 'photo.jpg', makeJpeg(), 'image/jpeg'],
    ['WebP', 'photo.webp', makeWebp(), 'image/webp'],
    ['GIF', 'chart.gif', makeGif(), 'image/gif'],
  ])('%s', async (_, name, bytes, mediaType) => {
    expect(await told(name, bytes)).toBe(mediaType);
  });
});

describe('tellFile refuses', () => {
  it.each([
    ['a program', 'setup.exe', makeProgram(), 'file_type_refused'],
    [
      'a spreadsheet',
      'table.xlsx',
      makeZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }]),
      'file_type_refused',
    ],
    ['a file without extension', 'letter', makePdf(), 'file_type_refused'],
    ['the older kind of Word', 'letter.doc', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'file_type_refused'],
    [
      'a page with scripts',
      'page.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'file_type_refused',
    ],
    ['a program called PDF', 'letter.pdf', makeProgram(), 'file_not_what_it_says'],
    [
      'a web page called PDF',
      'letter.pdf',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'file_not_what_it_says',
    ],
    ['a PDF called Word', 'letter.docx', makePdf(), 'file_not_what_it_says'],
    ['an image of another kind', 'photo.jpg', makePng(), 'file_not_what_it_says'],
    [
      'an archive of anything called Word',
      'letter.docx',
      makeZip([{ name: 'a.txt', content: 'hello' }]),
      'file_not_what_it_says',
    ],
    ['OpenDocument called Word', 'letter.docx', makeZip(odtParts), 'file_not_what_it_says'],
    [
      'a drawing called a text',
      'letter.odt',
      makeZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.graphics', stored: true },
        ...odtParts.slice(1),
      ]),
      'file_not_what_it_says',
    ],
    ['an empty file', 'letter.pdf', Buffer.alloc(0), 'file_needed'],
    ['one byte too many', 'letter.pdf', Buffer.concat([makePdf(), Buffer.alloc(MAX_BYTES_PER_FILE)]), 'file_too_large'],
  ])('%s', async (_, name, bytes, reason) => {
    expect(await told(name, bytes)).toBe(reason);
  });

  it.each([
    [
      'a bomb that says what it becomes',
      [...wordParts, { name: 'word/media/a', content: 'x', claims: { uncompressed: ARCHIVE_LIMITS.bytes } }],
    ],
    ['one that packs too well to be text', [...wordParts, { name: 'word/media/a', content: megabytes(11) }]],
    [
      'one that claims terabytes',
      [...wordParts, { name: 'word/media/a', content: 'x', claims: { uncompressed: 0xfffffff0 } }],
    ],
    [
      'parts that share their bytes',
      [
        ...wordParts,
        ...Array.from({ length: 50 }, (_, at) => ({
          name: `word/media/${at}`,
          content: 'x'.repeat(5_000),
          claims: { offset: 0 },
        })),
      ],
    ],
    [
      'too many parts',
      [...wordParts, ...Array.from({ length: ARCHIVE_LIMITS.entries }, (_, at) => ({ name: `word/${at}` }))],
    ],
    ['macros', [...wordParts, { name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }]],
    ['macros in another case', [...wordParts, { name: 'WORD/VBAPROJECT.BIN', content: 'Sub AutoOpen()' }]],
    ['macros of OpenDocument', [...odtParts, { name: 'Basic/Standard/Module1.xml', content: '<script/>' }]],
    ['a path out of the archive', [...wordParts, { name: '../../etc/passwd', content: 'x' }]],
    ['a locked part', [...wordParts, { name: 'word/secret.xml', content: 'x', claims: { encrypted: true } }]],
  ])('as suspicious: %s', async (_, parts) => {
    expect(await told('report.docx', makeZip(parts))).toBe('file_suspicious');
  });

  it.each([
    ['an archive whose table is cut off', 'report.docx', makeZip(wordParts).subarray(0, -30)],
    ['a PDF that is an archive as well', 'letter.pdf', Buffer.concat([makePdf(), makeZip(wordParts)])],
    ['an image that is an archive as well', 'photo.png', Buffer.concat([makePng(), makeZip([{ name: 'run.js' }])])],
    ['Word that begins a PDF', 'report.docx', makeZip([{ name: 'a', content: makePdf(), stored: true }, ...wordParts])],
  ])('as suspicious: %s', async (_, name, bytes) => {
    expect(await told(name, bytes)).toBe('file_suspicious');
  });

  it('a bomb in no time, since nothing is unpacked', async () => {
    const bomb = makeZip([
      ...wordParts,
      ...Array.from({ length: 3 }, (_, at) => ({ name: `word/media/${at}`, content: megabytes(40) })),
    ]);
    const begun = performance.now();
    expect(await told('report.docx', bomb)).toBe('file_suspicious');
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

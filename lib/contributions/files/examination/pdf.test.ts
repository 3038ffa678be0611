import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePdf } from '@/prisma/factories/files';
import { makePackedPdf, makePdfOf } from '@/prisma/factories/pdfs';
import { examineFile } from './examine';
import { PDF_LIMITS } from './pdf';

const findingsOf = async (bytes: Buffer) => {
  const result = await examineFile({ name: 'letter.pdf', bytes });
  return result.ok ? result.findings : result.reason;
};

const CATALOGUE = '<< /Type /Catalog /OpenAction 2 0 R >>';
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

describe('a PDF is marked where it', () => {
  it.each([
    ['holds a script', SCRIPT, ['script']],
    ['writes its name with numbers', '<< /S /J#61va#53cript /J#53 (app.alert\\(1\\)) >>', ['script']],
    ['starts a program', '<< /S /Launch /F (cmd.exe) >>', ['launches_program']],
    ['holds another file', '<< /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>', ['embedded_file']],
    ['sends what is typed to an address', '<< /S /SubmitForm /F (https://example.org/) >>', ['external_content']],
    ['opens another document', '<< /S /GoToR /F (other.pdf) >>', ['external_content']],
    ['plays a film', '<< /Type /Annot /Subtype /RichMedia >>', ['media']],
    ['holds a form with scripts of its own', '<< /XFA 4 0 R >>', ['script']],
    ['hides a name behind a string that never ends before it', '<< /T (\\() /S /JavaScript >>', ['script']],
    ['hides a name behind a remark', '<< % ( \n /S /JavaScript >>', ['script']],
    ['names the action in an object of its own', '/JavaScript', ['script']],
  ])('%s, alone or packed', async (_, object, findings) => {
    expect(await findingsOf(makePdfOf([CATALOGUE, object]))).toEqual(findings);
    expect(await findingsOf(makePackedPdf([CATALOGUE, object]))).toEqual(findings);
  });

  const hex = (data: Buffer) => Buffer.from(`${deflateSync(data).toString('hex')}>`);
  it.each<[string, Parameters<typeof makePackedPdf>[1]]>([
    ['twice', { filters: '[ /FlateDecode /FlateDecode ]', pack: (data) => deflateSync(deflateSync(data)) }],
    ['and written in hexadecimal numbers', { filters: '[/ASCIIHexDecode/FlateDecode]', pack: hex }],
    ['with its filter named elsewhere', { filters: '9 0 R' }],
    ['not at all', { filters: '[]', pack: (data) => data }],
    ['with its keys written in numbers', { keys: (count, first) => `/#4E ${count} /#46irst ${first}` }],
    ['with its first place named elsewhere', { keys: (count) => `/N ${count} /First 8 0 R` }],
    [
      'with a second stream behind',
      { pack: (data) => Buffer.concat([deflateSync(data), Buffer.from('\nendstream rest')]) },
    ],
  ])('packs a script %s', async (_, packing) => {
    expect(await findingsOf(makePackedPdf([CATALOGUE, SCRIPT], packing))).toEqual(['script']);
  });

  it('hides an object behind an unfinished string in another', async () => {
    expect(await findingsOf(makePackedPdf([CATALOGUE, '(', SCRIPT]))).toEqual(['script']);
    expect(await findingsOf(makePdfOf([CATALOGUE, '(', SCRIPT]))).toEqual(['script']);
  });

  it('is locked, or packed in a way that is not read here', async () => {
    expect(await findingsOf(makePdfOf([CATALOGUE, '<< >>'], '/Encrypt 2 0 R'))).toEqual(['not_readable']);
    expect(
      await findingsOf(makePackedPdf([CATALOGUE, SCRIPT], { filters: '/LZWDecode', pack: () => Buffer.from('80 0B') })),
    ).toEqual(['not_readable']);
  });

  it('has more to read than any real file', async () => {
    expect(await findingsOf(Buffer.concat([makePdf(), Buffer.from('1 0 obj ( '.repeat(200_000))]))).toEqual([
      'not_readable',
    ]);
  });
});

describe('a PDF is not marked where it', () => {
  it('has links, a form, and words about scripts', async () => {
    const texts =
      '<< /Title (On /JavaScript and /Launch) /A << /S /URI /URI (https://example.org/) >> /AcroForm << /Fields [] >> /D [3 0 R /Fit] >>';
    expect(await findingsOf(makePdfOf([CATALOGUE, texts]))).toEqual([]);
    expect(await findingsOf(makePackedPdf([CATALOGUE, texts]))).toEqual([]);
    expect(await findingsOf(makePdf())).toEqual([]);
  });
});

it('a PDF with a list that unpacks to more than any real one is refused', async () => {
  const bomb = makePackedPdf([CATALOGUE, ' '.repeat(PDF_LIMITS.list + 1)]);
  expect(bomb.length).toBeLessThan(200_000);
  expect(await findingsOf(bomb)).toBe('file_suspicious');
});

import { describe, expect, it } from 'vitest';
import { makePdf, makeZip, odtParts, wordParts } from '@/prisma/factories/files';
import { MAX_FILE_BYTES } from './limits';
import { FORMATS, openFile, unpack } from './open-file';
import type { Format } from './open-file';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const compound = (stream: string) => Buffer.concat([COMPOUND, Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
const mail = Buffer.from('From: office@example.org\r\nSubject: Our answers\r\n\r\nPlease find them attached.\r\n');

const told = async (name: string, bytes: Buffer, accepted: readonly Format[] = FORMATS) => {
  const opened = await openFile({ name, bytes }, accepted);
  return opened.ok ? opened.format : opened.reason;
};

describe('a file is told by its content', () => {
  it.each([
    ['answers.docx', makeZip(wordParts), 'docx'],
    ['answers.odt', makeZip(odtParts), 'odt'],
    ['answers (1)', makeZip(wordParts), 'docx'],
    ['mail.eml', mail, 'eml'],
    ['mail.msg', compound('__properties_version1.0'), 'msg'],
  ])('%s', async (name, bytes, format) => {
    expect(await told(name, bytes)).toBe(format);
  });

  it('and refused where mails are not taken', async () => {
    expect(await told('mail.eml', mail, ['docx', 'odt'])).toBe('document_type_refused');
  });
});

describe('a file is refused', () => {
  it.each([
    ['that is empty', 'a.docx', Buffer.alloc(0), 'file_needed'],
    ['that is too large', 'a.docx', Buffer.alloc(MAX_FILE_BYTES + 1), 'document_too_large'],
    ['of an older Word', 'a.doc', compound('WordDocument'), 'document_is_old_word'],
    ['of an older Word with a new name', 'a.docx', compound('WordDocument'), 'document_is_old_word'],
    ['with a password of Word', 'a.docx', compound('EncryptedPackage'), 'document_locked'],
    ['of another program', 'a.xls', compound('Workbook'), 'document_type_refused'],
    ['that is a PDF', 'a.pdf', makePdf(), 'document_type_refused'],
    ['that is a PDF with the name of Word', 'a.docx', makePdf(), 'document_damaged'],
    ['that is text with the name of Word', 'a.docx', Buffer.from('Our answers'), 'document_damaged'],
    ['that is text with the name of a mail', 'a.eml', Buffer.from('Our answers are these.'), 'document_damaged'],
    ['that is cut off', 'a.docx', makeZip(wordParts).subarray(0, 200), 'document_damaged'],
    ['that is another archive', 'a.zip', makeZip([{ name: 'a.txt', content: 'a' }]), 'document_type_refused'],
    ['with macros', 'a.docm', makeZip([...wordParts, { name: 'word/vbaProject.bin' }]), 'document_has_macros'],
    [
      'with a locked part',
      'a.docx',
      makeZip([...wordParts, { name: 'word/a.xml', content: 'a', claims: { encrypted: true } }]),
      'document_locked',
    ],
    [
      'that unpacks to too much',
      'a.docx',
      makeZip([...wordParts, { name: 'word/media/a.png', content: 'a', claims: { uncompressed: 4_000_000_000 } }]),
      'document_suspicious',
    ],
    [
      'with parts that share bytes',
      'a.docx',
      makeZip([...wordParts, { name: 'word/b.xml', content: 'b', claims: { offset: 0 } }]),
      'document_suspicious',
    ],
    [
      'with too many parts',
      'a.docx',
      makeZip([...wordParts, ...Array.from({ length: 2_001 }, (_, at) => ({ name: `word/${at}.xml` }))]),
      'document_suspicious',
    ],
  ])('%s', async (_, name, bytes, reason) => {
    expect(await told(name, bytes)).toBe(reason);
  });
});

describe('parts of a document', () => {
  const open = async (bytes: Buffer) => {
    const opened = await openFile({ name: 'a.docx', bytes }, FORMATS);
    if (!opened.ok || !('archive' in opened)) throw new Error('not opened');
    return opened.archive;
  };

  it('are unpacked where they are wanted', async () => {
    const archive = await open(makeZip([...wordParts, { name: 'word/styles.xml', content: '<styles/>' }]));
    const unpacked = await unpack(archive, (name) => name === 'word/styles.xml', 100);
    expect(unpacked.ok && [...unpacked.parts].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['word/styles.xml', '<styles/>'],
    ]);
  });

  it('are refused together when they are too large', async () => {
    const archive = await open(makeZip([...wordParts, { name: 'word/styles.xml', content: 'a'.repeat(101) }]));
    expect(await unpack(archive, (name) => name === 'word/styles.xml', 100)).toEqual({
      ok: false,
      reason: 'document_too_large',
    });
  });

  it('are refused when the table of contents says another size', async () => {
    const archive = await open(
      makeZip([...wordParts, { name: 'word/styles.xml', content: 'abc', claims: { uncompressed: 2 } }]),
    );
    expect(await unpack(archive, (name) => name === 'word/styles.xml', 100)).toEqual({
      ok: false,
      reason: 'document_suspicious',
    });
  });
});

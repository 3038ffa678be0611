import { describe, expect, it } from 'vitest';
import { makePdf, makeZip, wordParts } from '@/prisma/factories/files';
import { makeEml } from '@/prisma/factories/saved-mails';
import { makeOpenDocument, makeWord, paragraph } from '@/prisma/factories/word-files';
import { plainTextIn } from './document-text';
import type { IntakeDocument } from './document';
import { FORMATS } from './open-file';
import { readFile } from './read-file';

const said = (document: IntakeDocument | null) =>
  document && plainTextIn(document, { from: 0, to: document.runs.length });

describe('a file that came back', () => {
  it('is read in both formats of documents', async () => {
    const word = await readFile({ name: 'a.docx', bytes: makeWord({ body: paragraph('Word') }) }, FORMATS);
    const open = await readFile({ name: 'a.odt', bytes: makeOpenDocument({ body: '<text:p>Open</text:p>' }) }, FORMATS);
    expect([word, open].map((read) => read.ok && read.file.kind === 'document' && said(read.file.document))).toEqual([
      'Word',
      'Open',
    ]);
  });

  it('as a mail is read with its files, those of attached mails included, each with what is wrong with it', async () => {
    const file = (name: string, content: Buffer, inline = false) => ({
      type: 'application/octet-stream',
      name,
      content,
      inline,
    });
    const inner = makeEml({ text: 'inner', parts: [file('inner.docx', makeWord({ body: paragraph('Inner') }))] });
    const bytes = makeEml({
      text: 'outer',
      parts: [
        file('a.docx', makeWord({ body: paragraph('Outer') })),
        file('broken.docx', makeZip(wordParts)),
        file('paper.pdf', makePdf()),
        file('winmail.dat', Buffer.from('789f3e220102030405060708', 'hex')),
        file('logo.png', Buffer.from('x'), true),
        { type: 'message/rfc822', name: 'mail.eml', content: inner },
      ],
    });
    const read = await readFile({ name: 'a.eml', bytes }, FORMATS);
    const mail = read.ok && read.file.kind === 'mail' ? read.file : null;
    expect(mail?.attached.map(({ name, document, reason }) => [name, said(document), reason])).toEqual([
      ['a.docx', 'Outer', null],
      ['broken.docx', null, 'document_damaged'],
      ['paper.pdf', null, 'document_type_refused'],
      ['winmail.dat', null, 'document_is_winmail'],
      ['inner.docx', 'Inner', null],
    ]);
    expect(mail && [mail.mail, ...mail.mail.messages].map(({ body }) => said(body))).toEqual(['outer', 'inner']);
  });

  it('is refused with the reason of what is wrong', async () => {
    expect(await readFile({ name: 'a.docx', bytes: Buffer.alloc(0) }, FORMATS)).toEqual({
      ok: false,
      reason: 'file_needed',
    });
  });
});

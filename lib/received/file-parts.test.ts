import { describe, expect, it } from 'vitest';
import { makeEml } from '@/prisma/factories/saved-mails';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { guessOrganisation, openFileParts } from './file-parts';

const word = (text: string) => makeWord({ body: paragraph(text) });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function open(name: string, bytes: Buffer) {
  const opened = await openFileParts({ name, bytes });
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}
const summaryOf = ({ parts }: Awaited<ReturnType<typeof open>>) =>
  parts.map(({ name, document, mail }) => [
    name,
    document.runs.map(({ text }) => text).join(' '),
    mail?.sender ?? null,
  ]);

describe('the parts of a file', () => {
  it('are one of a document, without a sender', async () => {
    expect(summaryOf(await open('answers.docx', word('Our answers')))).toEqual([['answers.docx', 'Our answers', null]]);
  });

  it('are one for each document of a mail, with its sender', async () => {
    const bytes = makeEml({
      text: 'Please find our answers.',
      parts: [
        { type: DOCX, name: 'one.docx', content: word('First') },
        { type: DOCX, name: 'two.docx', content: word('Second') },
        { type: 'application/pdf', name: 'report.pdf', content: '%PDF-1.4' },
      ],
    });
    const sender = { name: 'Office', address: 'office@example.org', forwarded: false };
    const opened = await open('mail.eml', bytes);
    expect(summaryOf(opened)).toEqual([
      ['one.docx (mail.eml)', 'First', sender],
      ['two.docx (mail.eml)', 'Second', sender],
    ]);
    expect(opened.unread).toEqual([{ name: 'report.pdf', reason: 'document_type_refused' }]);
    expect(opened.parts[0]?.mail?.text).toBe('Please find our answers.');
  });

  it('are the text of a mail that has no document, and who a forwarded one seems to be from', async () => {
    const text =
      'For the call.\n\n-----Original Message-----\nFrom: Programme office <office@other.example>\nSent: Monday\nSubject: Our answers\n\nWe sign it.';
    const [part] = (await open('mail.eml', makeEml({ text, headers: { Subject: 'Fwd: Our answers' } }))).parts;
    expect(part?.mail?.sender).toEqual({ name: 'Programme office', address: 'office@other.example', forwarded: true });
    expect(part?.mail?.text).toContain('We sign it.');
  });

  it('are those of the mails within a mail, each with its own sender', async () => {
    const inner = (at: number) =>
      makeEml({
        headers: { From: `Office ${at} <office-${at}@example.org>`, Subject: `Answers ${at}` },
        text: `Text ${at}`,
        ...(at === 2 && { parts: [{ type: DOCX, name: 'two.docx', content: word('Second') }] }),
      });
    const bytes = makeEml({
      text: 'Two contributions, see below.',
      parts: [
        { type: 'message/rfc822', name: 'one.eml', content: inner(1) },
        { type: 'message/rfc822', name: 'two.eml', content: inner(2) },
      ],
    });
    expect(summaryOf(await open('both.eml', bytes)).map(([name, , sender]) => [name, sender])).toEqual([
      ['Answers 1', { name: 'Office 1', address: 'office-1@example.org', forwarded: false }],
      ['two.docx (Answers 2)', { name: 'Office 2', address: 'office-2@example.org', forwarded: false }],
    ]);
  });

  it('say that a program sent a mail', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied', 'X-Loop': 'list@example.org' };
    expect((await open('away.eml', makeEml({ text: 'Away.', headers }))).parts[0]?.noticed).toEqual([
      'automatic',
      'loop',
    ]);
  });

  it.each([
    ['empty.docx', Buffer.alloc(0), 'file_needed'],
    ['picture.png', Buffer.from('89504e470d0a1a0a', 'hex'), 'document_type_refused'],
    ['empty.eml', makeEml({ text: '' }), 'nothing_written'],
    ['large.eml', Buffer.alloc(40 * 1024 * 1024 + 1, 'a'), 'document_too_large'],
  ])('are none of %s', async (name, bytes, reason) => {
    expect(await openFileParts({ name, bytes })).toEqual({ ok: false, reason });
  });
});

it.each([
  [{ name: 'A. Person (Example institute)', address: 'a@mail.example.org' }, 'Example institute'],
  [{ name: 'A. Person | Example institute', address: 'a@gmail.com' }, 'Example institute'],
  [{ name: 'A. Person', address: 'a@example.org' }, 'example.org'],
  [{ name: 'A. Person', address: 'a@gmail.com' }, ''],
])('the organisation of %j is guessed as %s', (sender, organisation) => {
  expect(guessOrganisation(sender)).toBe(organisation);
});

import { describe, expect, it } from 'vitest';
import { markdownIn } from '@/lib/intake/document-text';
import { openFile } from '@/lib/intake/open-file';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { packRtf } from '@/prisma/factories/packed-rtf';
import { makeEml, makeMsg } from '@/prisma/factories/saved-mails';
import { readMail } from './read-mail';

async function read(name: string, bytes: Buffer) {
  const opened = await openFile({ name, bytes }, ['eml', 'msg']);
  if (!opened.ok || !('bytes' in opened)) throw new Error('not opened');
  const result = await readMail(opened.format, opened.bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.mail;
}
const eml = (mail: Parameters<typeof makeEml>[0]) => read('a.eml', makeEml(mail));
const said = ({ body }: Awaited<ReturnType<typeof eml>>) => markdownIn(body, { from: 0, to: body.runs.length });
const word = makeWord({ body: paragraph('Our answer') });

describe('the text of a mail', () => {
  it('is read from its HTML, with lists, looks, links and tables', async () => {
    const html = `<html><head><style>p { color: red }</style><title>x</title></head><body>
      <div style="display:none">preview</div><h2>Our <b>answers</b></h2>
      <p>We sign\n the <strong>Paris&nbsp;Call</strong>,<br>and <a href="https://example.org/a">others</a>.</p>
      <ol start="2"><li><p>Projects:</p><ul><li>one<li>two</ul></li><li>Third</li></ol>
      <div><div>Gmail</div><div><br></div><div>lines</div></div><blockquote>What was asked</blockquote>
      <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
      <img src="https://example.org/pixel"><script>alert(1)</script></body></html>`;
    const mail = await eml({ text: 'another', html });
    expect(said(mail)).toBe(
      [
        '### Our answers',
        'We sign the **Paris Call**,\nand [others](https://example.org/a).',
        '2. Projects:\n   - one\n   - two\n3. Third',
        'Gmail',
        'lines',
        '> What was asked',
        '| a | b |\n| --- | --- |\n| c | d |',
      ].join('\n\n'),
    );
    expect(mail.body.noticed).toEqual({ pictures: 1 });
  });

  it('is read from its text where there is no HTML, numbered answers each by itself', async () => {
    const mail = await eml({
      text: 'Dear all,\nhere are our answers.\n\n1. Yes,\nwe have.\n2) Two projects:\n   - one\n\nRegards',
    });
    expect(said(mail)).toBe(
      'Dear all,\nhere are our answers.\n\n1. Yes,\n   we have.\n2) Two projects:\n   - one\n\nRegards',
    );
  });

  it('is read however deep a program has nested it', async () => {
    const html = `${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}`;
    expect(said(await eml({ html }))).toBe('deep');
  });
});

describe('a mail is read whatever its letters are written in', () => {
  const saved = (type: string, encoding: string, body: Buffer | string) =>
    read(
      'a.eml',
      Buffer.concat([
        Buffer.from(`From: a@example.org\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`),
        Buffer.from(body),
      ]),
    );

  it.each([
    ['Windows’ Latin', 'text/plain; charset=windows-1252', '8bit', Buffer.from([0x93, 0xfc, 0x94, 0x80]), '“ü”€'],
    ['Russian of old', 'text/plain; charset=koi8-r', '8bit', Buffer.from([0xe4, 0xc1]), 'Да'],
    ['Japanese', 'text/plain; charset=shift_jis', '8bit', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), '日本'],
    ['Arabic', 'text/plain; charset=windows-1256', '8bit', Buffer.from([0xe4, 0xda, 0xe3]), 'نعم'],
    ['quoted lines', 'text/plain; charset=utf-8', 'quoted-printable', 'R=C3=A9pon=\r\nse =3D oui', 'Réponse = oui'],
    ['base64', 'text/plain; charset=utf-16le', 'base64', Buffer.from('oui', 'utf16le').toString('base64'), 'oui'],
    ['an unknown set', 'text/plain; charset=x-unheard-of', '8bit', 'plain letters', 'plain letters'],
    ['no set', 'text/plain', '8bit', 'plain letters', 'plain letters'],
    ['flowing lines', 'text/plain; format=flowed; charset=utf-8', '8bit', 'We sign \r\nit.\r\n', 'We sign it.'],
    ['HTML in Latin', 'text/html; charset=iso-8859-1', '8bit', Buffer.from('<p>\xfcber</p>', 'latin1'), 'über'],
  ])('%s', async (_, type, encoding, body, expected) => {
    expect(said(await saved(type, encoding, body))).toBe(expected);
  });

  it('with names of files in any letters', async () => {
    const mail = await eml({
      text: 'a',
      parts: [{ type: "application/octet-stream; name*=utf-8''r%C3%A9ponses.docx", content: word }],
    });
    expect(mail.attachments.map(({ name }) => name)).toEqual(['réponses.docx']);
  });
});

describe('a saved mail', () => {
  it('has a sender, a date, files and pictures within the text', async () => {
    const mail = await eml({
      headers: { Date: 'Sat, 17 Oct 2020 10:00:00 +0200', Subject: '=?utf-8?Q?R=C3=A9ponses?=' },
      text: 'a',
      parts: [
        { type: 'application/octet-stream', name: 'answers.docx', content: word },
        { type: 'image/png', name: 'logo.png', content: 'x', inline: true },
      ],
    });
    expect(mail).toMatchObject({
      subject: 'Réponses',
      from: { name: 'Office', address: 'office@example.org' },
      sentAt: '2020-10-17T08:00:00.000Z',
      original: null,
      noticed: [],
    });
    expect(mail.attachments.map(({ name, bytes, inline }) => [name, bytes.length, inline])).toEqual([
      ['answers.docx', word.length, false],
      ['logo.png', 1, true],
    ]);
  });

  it('of Outlook is read in the same way, with the mail that is attached to it', async () => {
    const mail = await read(
      'a.msg',
      makeMsg({
        subject: 'Answers',
        sender: { name: 'Office', address: 'office@example.org' },
        text: 'One\r\n\r\nTwo',
        headers: 'From: Other <other@example.org>\r\nAuto-Submitted: auto-replied\r\n',
        attachments: [{ name: 'answers.docx', content: word }],
        messages: [
          { subject: 'Inner', sender: { name: 'First', address: 'first@example.org' }, html: '<p>Inner text</p>' },
        ],
      }),
    );
    expect(mail).toMatchObject({
      subject: 'Answers',
      from: { name: 'Office', address: 'office@example.org' },
      original: { name: 'First', address: 'first@example.org' },
      noticed: ['automatic'],
      messages: [{ subject: 'Inner' }],
    });
    expect([said(mail), ...mail.messages.map(said)]).toEqual(['One\n\nTwo', 'Inner text']);
    expect(mail.attachments.map(({ name, bytes }) => [name, bytes.equals(word)])).toEqual([['answers.docx', true]]);
  });

  it.each([
    ['of its own', String.raw`{\rtf1\ansi One\par {\b Two}\par}`, 'One\n\n**Two**'],
    [
      'that holds HTML',
      String.raw`{\rtf1\fromhtml1 {\*\htmltag64 <p>}One{\*\htmltag72 </p>}\htmlrtf\par\htmlrtf0 Two}`,
      'One\n\nTwo',
    ],
    ['that holds plain text', String.raw`{\rtf1\fromtext One\par\par Two}`, 'One\n\nTwo'],
  ])('of Outlook with its text in RTF %s', async (_, rtf, expected) => {
    const mail = await read('a.msg', makeMsg({ subject: 'a', rtf: packRtf(rtf) }));
    expect([said(mail), mail.noticed]).toEqual([expected, []]);
  });

  it('of Outlook with RTF that is damaged has its plain text, or says that it is not read', async () => {
    const rtf = packRtf('{\\rtf1 One}', { checksum: 1 });
    const attachments = [{ name: 'answers.docx', content: word }];
    const [plain, none] = [
      await read('a.msg', makeMsg({ text: 'Plain', rtf })),
      await read('a.msg', makeMsg({ rtf, attachments })),
    ];
    expect([said(plain), plain.noticed]).toEqual(['Plain', []]);
    expect([said(none), none.noticed, none.attachments.length]).toEqual(['', ['text_unread'], 1]);
  });

  it('that is cut off is refused', async () => {
    const bytes = makeMsg({ subject: 'a', text: 'b'.repeat(9_000) }).subarray(0, 2_000);
    expect(await readMail('msg', bytes)).toEqual({ ok: false, reason: 'document_damaged' });
  });
});

describe('a forwarded mail', () => {
  const attached = (content: Buffer) => ({ type: 'message/rfc822', name: 'mail.eml', content });

  it.each([
    [
      'Gmail',
      '---------- Forwarded message ---------\nFrom: Ada B <ada@example.org>\nDate: today\nSubject: Answers\n\nText',
    ],
    [
      'Outlook in German',
      '________________\nVon: Ada B [mailto:ada@example.org]\nGesendet: heute\nAn: wir\nBetreff: Antworten',
    ],
    [
      'Thunderbird',
      '-------- Forwarded Message --------\nSubject: Answers\nDate: today\nFrom: Ada B <ada@example.org>',
    ],
    ['Apple Mail', 'Begin forwarded message:\n\n> From: Ada B <ada@example.org>\n> Subject: Answers\n> Date: today'],
    ['two persons', 'From: Bob <bob@example.org>\nSubject: Fwd\n\nFrom: Ada B <ada@example.org>\nSubject: Answers'],
  ])('says who seems to have written it first: %s', async (_, text) => {
    expect((await eml({ text })).original).toEqual({ name: 'Ada B', address: 'ada@example.org' });
  });

  it('names nobody where a text only has the word', async () => {
    expect((await eml({ text: 'From: the beginning, we supported norms.\nTo: the end.' })).original).toBeNull();
  });

  it('is opened where it is attached, and deeper ones are left out', async () => {
    let inner = makeEml({ headers: { From: 'Ada <ada@example.org>', Subject: 'level 5' }, text: 'deepest' });
    for (let level = 4; level >= 0; level--)
      inner = makeEml({ headers: { Subject: `level ${level}` }, text: `at ${level}`, parts: [attached(inner)] });
    const mail = await read('a.eml', inner);
    const subjects: string[] = [];
    let last = mail;
    for (let at: typeof mail | undefined = mail; at; at = at.messages[0]) [last] = [at, subjects.push(at.subject)];
    expect(subjects).toEqual(['level 0', 'level 1', 'level 2', 'level 3']);
    expect([mail.noticed, last.noticed]).toEqual([[], ['messages_left_out']]);
    expect(mail.attachments).toEqual([]);
  });
});

describe('a mail of a program', () => {
  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, ['automatic']],
    [{ 'Auto-Submitted': 'no' }, []],
    [{ Precedence: 'bulk' }, ['automatic']],
    [{ 'X-Loop': 'forum@example.org' }, ['loop']],
    [Object.fromEntries([]), []],
  ])('is marked by its headers: %j', async (headers, noticed) => {
    expect((await eml({ headers, text: 'a' })).noticed).toEqual(noticed);
  });

  it('is marked as a delivery report, or as a loop', async () => {
    const hops = Array.from({ length: 31 }, () => 'Received: from a by b; Sat, 17 Oct 2020 10:00:00 +0200\r\n').join(
      '',
    );
    const report = Buffer.from(
      `${hops}From: MAILER-DAEMON <a@example.org>\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\nNot delivered\r\n--b--\r\n`,
    );
    expect((await read('a.eml', report)).noticed).toEqual(['delivery_report', 'loop']);
  });
});

import { burn } from '@kenjiuno/msgreader/lib/Burner.js';
import type { Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js';

export type EmlPart = { type: string; name?: string; content: string | Buffer; inline?: boolean };

/** A mail as programs save it as .eml; with several parts if there are attachments. */
export function makeEml({
  headers = {},
  text,
  html,
  parts = [],
}: {
  headers?: Record<string, string>;
  text?: string;
  html?: string;
  parts?: EmlPart[];
}): Buffer {
  const head = Object.entries({ From: 'Office <office@example.org>', Subject: 'Our answers', ...headers });
  const body: EmlPart[] = [
    ...(text === undefined ? [] : [{ type: 'text/plain; charset=utf-8', content: text }]),
    ...(html === undefined ? [] : [{ type: 'text/html; charset=utf-8', content: html }]),
  ];
  const lines = head.map(([name, value]) => `${name}: ${value}`);
  const alternative = multipart('alternative', body);
  const whole = parts.length === 0 ? alternative : multipart('mixed', [alternative, ...parts]);
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: ${whole.type}\r\n\r\n`),
    Buffer.from(whole.content),
  ]);
}

let boundaries = 0;

function multipart(kind: string, parts: EmlPart[]): EmlPart {
  const boundary = `part-${++boundaries}`;
  const content = parts.map((part) => {
    const file =
      part.name === undefined
        ? ''
        : `\r\nContent-Disposition: ${part.inline ? 'inline' : 'attachment'}; filename="${part.name}"`;
    // A mail or several parts within a mail are not encoded.
    const plain = /^(multipart|message)\//.test(part.type);
    const encoded = plain
      ? Buffer.from(part.content).toString('latin1')
      : wrapped(Buffer.from(part.content).toString('base64'));
    return `--${boundary}\r\nContent-Type: ${part.type}${file}${plain ? '' : '\r\nContent-Transfer-Encoding: base64'}\r\n\r\n${encoded}\r\n`;
  });
  return {
    type: `multipart/${kind}; boundary=${boundary}`,
    content: Buffer.from(`${content.join('')}--${boundary}--\r\n`, 'latin1'),
  };
}

const wrapped = (base64: string) => base64.replace(/.{76}/g, '$&\r\n');

type Msg = {
  subject?: string;
  sender?: { name: string; address: string };
  text?: string;
  html?: string;
  /** Of the stream for compressed RTF. */ rtf?: Buffer;
  headers?: string;
  attachments?: { name: string; content: Buffer }[];
  messages?: Msg[];
};

/** A mail as Outlook saves it as .msg. */
export function makeMsg(mail: Msg): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }];
  const root = entries[0];
  if (root) root.children = contentOf(mail, entries, 32);
  return Buffer.from(burn(entries));
}

/** Adds a mail's streams and returns their places. The root's list of properties begins with 32 bytes, an inner one with 24. */
function contentOf(mail: Msg, entries: Entry[], header: number): number[] {
  const file = (name: string, bytes: Buffer) =>
    entries.push({
      name,
      type: TypeEnum.DOCUMENT,
      length: bytes.length,
      binaryProvider: () => Uint8Array.from(bytes),
    }) - 1;
  const folder = (name: string, children: () => number[]) => {
    const entry: Entry = { name, type: TypeEnum.DIRECTORY, length: 0 };
    const at = entries.push(entry) - 1;
    entry.children = children();
    return at;
  };
  const words = (id: string, text: string | undefined) =>
    text === undefined ? [] : [file(`__substg1.0_${id}001F`, Buffer.from(text, 'utf16le'))];
  const numbered = (at: number) => `__attach_version1.0_#${String(at).padStart(8, '0')}`;
  const { attachments = [], messages = [] } = mail;
  return [
    file('__properties_version1.0', Buffer.alloc(header)),
    ...words('0037', mail.subject),
    ...words('0C1A', mail.sender?.name),
    ...words('5D01', mail.sender?.address),
    ...words('1000', mail.text),
    ...words('007D', mail.headers),
    ...(mail.html === undefined ? [] : [file('__substg1.0_10130102', Buffer.from(mail.html))]),
    ...(mail.rtf === undefined ? [] : [file('__substg1.0_10090102', mail.rtf)]),
    ...attachments.map(({ name, content }, at) =>
      folder(numbered(at), () => [
        file('__properties_version1.0', Buffer.alloc(8)),
        ...words('3707', name),
        file('__substg1.0_37010102', content),
      ]),
    ),
    ...messages.map((inner, at) =>
      folder(numbered(attachments.length + at), () => [
        file('__properties_version1.0', Buffer.alloc(8)),
        ...words('3001', inner.subject),
        folder('__substg1.0_3701000D', () => contentOf(inner, entries, 24)),
      ]),
    ),
  ];
}

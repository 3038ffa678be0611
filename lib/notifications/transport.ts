import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { env, origin } from '@/lib/platform/env';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import type { RenderedMail } from './rendering';

export type MailFile = { filename: string; content: Buffer; contentType: string };
export type OutgoingMail = RenderedMail & { to: string; messageId: string; kind: string; files?: MailFile[] };

/** In milliseconds: shorter than a person waits for a sign-in mail, longer than a slow server's greeting takes. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Sends a mail by the SMTP server. Without one it writes the mail into a folder for developers. Throws if it was not
 * accepted.
 */
export async function deliver(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL } = env();
  if (SMTP_URL) await withServer(SMTP_URL, (server) => server.sendMail(envelope(mail)));
  else await writeToFolder(mailFolder(), mail);
}

/** Whether a mail server is configured. Without one, mail goes into a folder. */
export const sendsMail = () => env().SMTP_URL !== undefined;

/** The folder for mails if no mail server is configured; the operator reads them there. */
const mailFolder = () => path.join(env().BPF_DATA_DIR, 'mail');

/**
 * Whether mail can be sent at the moment: the server answers and accepts our credentials. It says nothing about any
 * address.
 */
export async function canDeliver(): Promise<boolean> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return true;
  return withServer(SMTP_URL, (server) => server.verify()).catch(() => false);
}

async function withServer<T>(
  smtpUrl: string,
  talk: (server: ReturnType<typeof createTransport>) => Promise<T>,
): Promise<T> {
  const server = createTransport(withTimeouts(smtpUrl));
  try {
    return await talk(server);
  } finally {
    server.close();
  }
}

/** nodemailer reads its options from the address; what the operator set there stays. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(TIMEOUTS))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}

async function writeToFolder(folder: string, mail: OutgoingMail): Promise<void> {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
    envelope(mail),
  );
  await mkdir(folder, { recursive: true });
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${mail.kind}-${mail.messageId.slice(1, 9)}`;
  await writeWhole(path.join(folder, `${name}.eml`), message);
  await writeWhole(path.join(folder, `${name}.txt`), `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}`);
  const links = mail.text.split(/\s+/).filter((word) => word.startsWith(origin()));
  console.info(
    [
      '',
      `Mail (no SMTP_URL is set, so it was written to ${folder}): ${mail.subject}`,
      ...links.map((link) => `  ${link}`),
      '',
    ].join('\n'),
  );
}

/** The operator's address, with the name that an admin gave it, or the operator, or the site's. */
function sender(): { name: string; address: string } {
  const [, name = '', address] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(env().MAIL_FROM) ?? [];
  const { mailSender, siteName } = siteSettings();
  return { name: mailSender || name || siteName, address: address ?? env().MAIL_FROM };
}

const envelope = ({ to, subject, html, text, messageId, files = [] }: OutgoingMail) => ({
  from: sender(),
  to,
  subject,
  html,
  text,
  messageId,
  attachments: files,
});

/** A program that watches the folder must never read half a mail. */
async function writeWhole(file: string, content: string | Buffer | Readable): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

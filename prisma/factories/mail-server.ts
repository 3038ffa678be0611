import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { to: string[]; raw: string };

/** A real SMTP server on this machine. It keeps the mails it gets, and refuses them while `refuseWith` is set. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const behaviour: { refuseWith: ((address: string) => { code: number; words: string }) | null } = { refuseWith: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = behaviour.refuseWith?.(address);
      done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on a port, not on a socket
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    behaviour,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The text part of a mail as its reader sees it, with the transfer encoding undone. */
export function textOf({ raw }: ReceivedMail): string {
  const part = raw.split(/^--.*$/m).find((candidate) => /^content-type: text\/plain/im.test(candidate)) ?? '';
  const [head, ...body] = part.trim().split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head ?? '')) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head ?? '')) return text;
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export const headerOf = ({ raw }: ReceivedMail, name: string) =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(raw)?.[1]?.trim();

import { sayMoment } from '@/lib/platform/i18n/dates';
import { Action, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type NewSignInProps = MailFrame & {
  /** When, as an ISO date and time. */
  at: string;
  /** Browser and system by name; null where they are not known. */
  device: string | null;
  /** Where the editor sees all of their sessions. */
  url: string;
};

/** To an editor: a new session of theirs has begun. Contains no address of a person and no link that gives access. */
export const newSignIn: Template<NewSignInProps> = {
  subject: subjectOf('newSignIn'),
  Mail: NewSignIn,
  previewProps: {
    ...previewFrame,
    at: '2026-11-26T14:53:00.000Z',
    device: 'Firefox, Windows',
    url: 'https://bpf.example.org/desk/you#sessions',
  },
};

function NewSignIn({ at, device, url, ...frame }: NewSignInProps) {
  const words = mailWords(frame.locale);
  const when = sayMoment(at, frame.locale);
  return (
    <Frame {...frame} mail="newSignIn">
      <Paragraph>
        {device === null
          ? words('mail.newSignIn.when', { at: when })
          : words('mail.newSignIn.device', { at: when, device })}
      </Paragraph>
      <Paragraph>{words('mail.newSignIn.body')}</Paragraph>
      <Action href={url} label={words('mail.newSignIn.button')} words={words} />
    </Frame>
  );
}

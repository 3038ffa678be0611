import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ConfirmIdentityProps = MailFrame & { url: string; provider: string; minutes: number };

/** To a person of the allow-list who signed in at a provider for the first time. */
export const confirmIdentity: Template<ConfirmIdentityProps> = {
  subject: subjectOf('confirmIdentity'),
  Mail: ConfirmIdentity,
  previewProps: {
    ...previewFrame,
    url: 'https://bpf.example.org/sign-in/link?token=4c5d6e',
    provider: 'Example login',
    minutes: 30,
  },
};

function ConfirmIdentity({ url, provider, minutes, ...frame }: ConfirmIdentityProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="confirmIdentity" values={{ minutes }}>
      <Paragraph>{words('mail.confirmIdentity.body', { provider, minutes })}</Paragraph>
      <Action href={url} label={words('mail.confirmIdentity.button')} words={words} />
      <Aside>{words('mail.confirmIdentity.unasked', { provider })}</Aside>
    </Frame>
  );
}

import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

/** Contains no reference, no name and no text of the contribution: the address may belong to a stranger. */
export type ConfirmAddressProps = MailFrame & { url: string; days: number };

/** The first mail to an address, and the only one until it is confirmed. */
export const confirmAddress: Template<ConfirmAddressProps> = {
  subject: subjectOf('confirmAddress'),
  Mail: ConfirmAddress,
  previewProps: { ...previewFrame, url: 'https://bpf.example.org/en/confirm/0f1e2d', days: 7 },
};

function ConfirmAddress({ url, days, ...frame }: ConfirmAddressProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="confirmAddress">
      <Paragraph>{words('mail.confirmAddress.body')}</Paragraph>
      <Action href={url} label={words('mail.confirmAddress.button')} words={words} />
      <Aside>{words('mail.confirmAddress.expires', { days })}</Aside>
      <Aside>{words('mail.confirmAddress.unasked')}</Aside>
    </Frame>
  );
}

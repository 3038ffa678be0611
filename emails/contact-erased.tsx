import { Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContactErasedProps = MailFrame & Pick<ContributionMail, 'reference' | 'call'>;

/**
 * The last mail to an address before it is deleted. It contains no link, since the person who asked for the erasure has
 * one.
 */
export const contactErased: Template<ContactErasedProps> = {
  subject: subjectOf('contactErased'),
  Mail: ContactErased,
  previewProps: {
    ...previewFrame,
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
  },
};

function ContactErased({ reference, call, ...frame }: ContactErasedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contactErased">
      <Paragraph>{words('mail.contactErased.body', { reference, call })}</Paragraph>
      <Paragraph>{words('mail.contactErased.last')}</Paragraph>
    </Frame>
  );
}

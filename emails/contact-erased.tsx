import { Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContactErasedProps = MailFrame & Pick<ContributionMail, 'reference' | 'call'>;

/**
 * The last mail to an address before it is deleted. It contains no link, since the person who asked for the erasure has
 * one. A draft has no reference.
 */
export const contactErased: Template<ContactErasedProps> = {
  subject: (props) =>
    props.reference ? subjectOf('contactErased')(props) : mailWords(props.locale)('mail.contactErased.subjectDraft'),
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
      <Paragraph>
        {words(reference ? 'mail.contactErased.body' : 'mail.contactErased.bodyDraft', { reference, call })}
      </Paragraph>
      <Paragraph>{words('mail.contactErased.last')}</Paragraph>
    </Frame>
  );
}

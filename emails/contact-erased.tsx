import { Frame, Paragraph } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContactErasedProps = MailFrame & { reference: string; call: string };

/**
 * The last mail to an address before it is deleted. It contains no link, since the person who asked for the erasure has
 * one.
 */
export const contactErased: Template<ContactErasedProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contactErased.subject', { reference }),
  Mail: ContactErased,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
  },
};

function ContactErased({ reference, call, ...frame }: ContactErasedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} preview={words('mail.contactErased.preview')} title={words('mail.contactErased.title')}>
      <Paragraph>{words('mail.contactErased.body', { reference, call })}</Paragraph>
      <Paragraph>{words('mail.contactErased.last')}</Paragraph>
    </Frame>
  );
}

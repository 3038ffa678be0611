import { Action, Aside, Frame, Paragraph, Quotation, Subheading } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ChangesRequestedProps = MailFrame & {
  reference: string;
  call: string;
  url: string;
  text: string;
  /** The requested changes: the question's or the cell's name, and the editors' words. */
  items: { about: string; text: string }[];
};

/** To the contributor, when the editors ask for changes. */
export const changesRequested: Template<ChangesRequestedProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.changesRequested.subject', { reference }),
  Mail: ChangesRequested,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    text: 'Thank you. Two points need a source before we can decide.',
    items: [
      { about: 'Date of launch', text: 'Which document says so?' },
      { about: 'Projects and programmes', text: 'Please name the years in which the dialogues took place.' },
    ],
  },
};

function ChangesRequested({ call, url, text, items, ...frame }: ChangesRequestedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} preview={words('mail.changesRequested.preview')} title={words('mail.changesRequested.title')}>
      <Paragraph>{words('mail.changesRequested.body', { call })}</Paragraph>
      <Quotation>{text}</Quotation>
      {items.map((item, at) => (
        <div key={at}>
          <Subheading>{item.about}</Subheading>
          <Quotation>{item.text}</Quotation>
        </div>
      ))}
      <Paragraph>{words('mail.changesRequested.how')}</Paragraph>
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

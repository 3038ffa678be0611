import { StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph, Quotation, Subheading } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ChangesRequestedProps = ContributionMail & {
  text: string;
  /** The requested changes: the question's or the cell's name, and the editors' words. */
  items: { about: string; text: string }[];
};

/** To the contributor, when the editors ask for changes. */
export const changesRequested: Template<ChangesRequestedProps> = {
  subject: subjectOf('changesRequested'),
  Mail: ChangesRequested,
  previewProps: {
    ...previewContribution,
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
    <Frame {...frame} mail="changesRequested">
      <Paragraph>{words('mail.changesRequested.body', { call })}</Paragraph>
      <Quotation>{text}</Quotation>
      {items.map((item, at) => (
        <div key={at}>
          <Subheading>{item.about}</Subheading>
          <Quotation>{item.text}</Quotation>
        </div>
      ))}
      <Paragraph>{words('mail.changesRequested.how')}</Paragraph>
      <StatusAction url={url} words={words} />
    </Frame>
  );
}

import { DecidedCells } from '@/emails/_parts/cells';
import { EditorsNote } from '@/emails/_parts/contribution';
import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailFrame, Template } from '@/emails/_parts/template';
import type { MailAgreement } from '@/emails/_parts/value-words';
import { mailWords } from '@/emails/_parts/words';

export type DecisionsMadeProps = MailFrame & {
  reference: string;
  call: string;
  url: string;
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor: the outcome of each proposed value, with its reason. An editor reads it before it is sent. */
export const decisionsMade: Template<DecisionsMadeProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.decisionsMade.subject', { reference }),
  Mail: DecisionsMade,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    note: 'Thank you for the detailed sources.',
    agreements: previewAgreements,
  },
};

function DecisionsMade({ reference, call, url, note, agreements, ...frame }: DecisionsMadeProps) {
  const words = mailWords(frame.locale);
  const count = agreements.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <Frame
      {...frame}
      preview={words('mail.decisionsMade.preview', { count })}
      title={words('mail.decisionsMade.title')}
    >
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.decisionsMade.body', { call, reference })}</Paragraph>
      <DecidedCells agreements={agreements} words={words} />
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

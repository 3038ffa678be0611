import { DecidedCells } from '@/emails/_parts/cells';
import { EditorsNote } from '@/emails/_parts/contribution';
import { Action, Aside, Frame, Paragraph, Quotation, Subtitle } from '@/emails/_parts/frame';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailFrame, Template } from '@/emails/_parts/template';
import type { MailAgreement } from '@/emails/_parts/value-words';
import { mailWords } from '@/emails/_parts/words';

export type ContributionDeclinedProps = MailFrame & {
  reference: string;
  call: string;
  url: string;
  reason: string;
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor, when the editors decided not to publish. */
export const contributionDeclined: Template<ContributionDeclinedProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contributionDeclined.subject', { reference }),
  Mail: ContributionDeclined,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    reason: 'It describes a product and names no agreement.',
    agreements: previewAgreements,
  },
};

function ContributionDeclined({ call, url, reason, note, agreements, ...frame }: ContributionDeclinedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame
      {...frame}
      preview={words('mail.contributionDeclined.preview')}
      title={words('mail.contributionDeclined.title')}
    >
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.contributionDeclined.body', { call })}</Paragraph>
      <Quotation>{reason}</Quotation>
      {agreements.length > 0 && <Subtitle>{words('mail.contribution.decisions')}</Subtitle>}
      <DecidedCells agreements={agreements} words={words} />
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

import { Action, Aside, Frame, Paragraph, Quotation } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionUnpublishedProps = MailFrame & {
  reference: string;
  call: string;
  publicUrl: string;
  url: string;
  reason: string;
};

/** To the contributor, when an editor unpublished the contribution. */
export const contributionUnpublished: Template<ContributionUnpublishedProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contributionUnpublished.subject', { reference }),
  Mail: ContributionUnpublished,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    reason: 'It describes a third organisation’s internal report.',
  },
};

function ContributionUnpublished({ call, publicUrl, url, reason, ...frame }: ContributionUnpublishedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame
      {...frame}
      preview={words('mail.contributionUnpublished.preview')}
      title={words('mail.contributionUnpublished.title')}
    >
      <Paragraph>{words('mail.contributionUnpublished.body', { call })}</Paragraph>
      <Quotation>{reason}</Quotation>
      <Paragraph>{words('mail.contributionUnpublished.what', { publicUrl })}</Paragraph>
      <Paragraph>{words('mail.contributionUnpublished.how')}</Paragraph>
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

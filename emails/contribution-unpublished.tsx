import { StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph, Quotation } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionUnpublishedProps = ContributionMail & {
  publicUrl: string;
  reason: string;
};

/** To the contributor, when an editor unpublished the contribution. */
export const contributionUnpublished: Template<ContributionUnpublishedProps> = {
  subject: subjectOf('contributionUnpublished'),
  Mail: ContributionUnpublished,
  previewProps: {
    ...previewContribution,
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
    reason: 'It describes a third organisation’s internal report.',
  },
};

function ContributionUnpublished({ call, publicUrl, url, reason, ...frame }: ContributionUnpublishedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contributionUnpublished">
      <Paragraph>{words('mail.contributionUnpublished.body', { call })}</Paragraph>
      <Quotation>{reason}</Quotation>
      <Paragraph>{words('mail.contributionUnpublished.what', { publicUrl })}</Paragraph>
      <Paragraph>{words('mail.contributionUnpublished.how')}</Paragraph>
      <StatusAction url={url} words={words} />
    </Frame>
  );
}

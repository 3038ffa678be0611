import { Decisions } from '@/emails/_parts/cells';
import { EditorsNote, PrivateLink } from '@/emails/_parts/contribution';
import { Action, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailAgreement } from '@/emails/_parts/value-words';

export type ContributionPublishedProps = ContributionMail & {
  publicUrl: string;
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor, when the contribution became public. */
export const contributionPublished: Template<ContributionPublishedProps> = {
  subject: subjectOf('contributionPublished'),
  Mail: ContributionPublished,
  previewProps: {
    ...previewContribution,
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
    agreements: previewAgreements,
  },
};

function ContributionPublished({ call, publicUrl, url, note, agreements, ...frame }: ContributionPublishedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contributionPublished">
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.contributionPublished.body', { call })}</Paragraph>
      <Action href={publicUrl} label={words('mail.contributionPublished.button')} words={words} />
      <Decisions agreements={agreements} words={words} />
      <PrivateLink url={url} words={words} />
    </Frame>
  );
}

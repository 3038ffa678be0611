import { Decisions } from '@/emails/_parts/cells';
import { EditorsNote, StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph, Quotation } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailAgreement } from '@/emails/_parts/value-words';

export type ContributionDeclinedProps = ContributionMail & {
  reason: string;
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor, when the editors decided not to publish. */
export const contributionDeclined: Template<ContributionDeclinedProps> = {
  subject: subjectOf('contributionDeclined'),
  Mail: ContributionDeclined,
  previewProps: {
    ...previewContribution,
    reason: 'It describes a product and names no agreement.',
    agreements: previewAgreements,
  },
};

function ContributionDeclined({ call, url, reason, note, agreements, ...frame }: ContributionDeclinedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contributionDeclined">
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.contributionDeclined.body', { call })}</Paragraph>
      <Quotation>{reason}</Quotation>
      <Decisions agreements={agreements} words={words} />
      <StatusAction url={url} words={words} />
    </Frame>
  );
}

import { StatusButton } from '@/emails/_parts/contribution';
import { Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionWithdrawnProps = ContributionMail & {
  /** It had a public page, which now says that it was withdrawn. */ wasPublic: boolean;
};

/** To the contributor, when a holder of a link to the contribution has withdrawn it. */
export const contributionWithdrawn: Template<ContributionWithdrawnProps> = {
  subject: subjectOf('contributionWithdrawn'),
  Mail: ContributionWithdrawn,
  previewProps: {
    ...previewContribution,
    wasPublic: true,
  },
};

function ContributionWithdrawn({ call, url, wasPublic, ...frame }: ContributionWithdrawnProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contributionWithdrawn">
      <Paragraph>{words('mail.contributionWithdrawn.body', { call })}</Paragraph>
      <Paragraph>
        {words(wasPublic ? 'mail.contributionWithdrawn.wasPublic' : 'mail.contributionWithdrawn.neverPublic')}
      </Paragraph>
      <Paragraph>{words('mail.contributionWithdrawn.stays', { reference: frame.reference })}</Paragraph>
      <Paragraph>{words('mail.contributionWithdrawn.contact')}</Paragraph>
      <StatusButton url={url} words={words} />
      <Aside>{words('mail.contributionWithdrawn.unasked')}</Aside>
    </Frame>
  );
}

import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

/** To the confirmed address of an earlier contribution, for a new one that begins with its content. */
export const earlierContribution: Template<ContributionMail> = {
  subject: subjectOf('earlierContribution'),
  Mail: EarlierContribution,
  previewProps: previewContribution,
};

function EarlierContribution({ call, url, ...frame }: ContributionMail) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="earlierContribution">
      <Paragraph>{words('mail.earlierContribution.body', { call, reference: frame.reference })}</Paragraph>
      <Action href={url} label={words('mail.earlierContribution.button')} words={words} />
      <Paragraph>{words('mail.earlierContribution.then')}</Paragraph>
      <Aside>{words('mail.contribution.link')}</Aside>
      <Aside>{words('mail.earlierContribution.unasked')}</Aside>
    </Frame>
  );
}

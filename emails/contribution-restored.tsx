import { PrivateLink } from '@/emails/_parts/contribution';
import { Action, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionRestoredProps = ContributionMail & { publicUrl: string };

/** To the contributor, when an editor published the contribution again. */
export const contributionRestored: Template<ContributionRestoredProps> = {
  subject: subjectOf('contributionRestored'),
  Mail: ContributionRestored,
  previewProps: {
    ...previewContribution,
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
  },
};

function ContributionRestored({ call, publicUrl, url, ...frame }: ContributionRestoredProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="contributionRestored">
      <Paragraph>{words('mail.contributionRestored.body', { call })}</Paragraph>
      <Action href={publicUrl} label={words('mail.contributionPublished.button')} words={words} />
      <PrivateLink url={url} words={words} />
    </Frame>
  );
}

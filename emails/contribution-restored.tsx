import { PrivateLink } from '@/emails/_parts/contribution';
import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionRestoredProps = MailFrame & { reference: string; call: string; publicUrl: string; url: string };

/** To the contributor, when an editor published the contribution again. */
export const contributionRestored: Template<ContributionRestoredProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contributionRestored.subject', { reference }),
  Mail: ContributionRestored,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
    url: 'https://bpf.example.org/en/link/0f1e2d',
  },
};

function ContributionRestored({ call, publicUrl, url, ...frame }: ContributionRestoredProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame
      {...frame}
      preview={words('mail.contributionRestored.preview')}
      title={words('mail.contributionRestored.title')}
    >
      <Paragraph>{words('mail.contributionRestored.body', { call })}</Paragraph>
      <Action
        href={publicUrl}
        label={words('mail.contributionPublished.button')}
        copyLink={words('mail.frame.copyLink')}
      />
      <PrivateLink url={url} words={words} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

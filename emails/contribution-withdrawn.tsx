import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ContributionWithdrawnProps = MailFrame & {
  reference: string;
  call: string;
  url: string;
  /** It had a public page, which now says that it was withdrawn. */ wasPublic: boolean;
};

/** To the contributor, when a holder of a link to the contribution has withdrawn it. */
export const contributionWithdrawn: Template<ContributionWithdrawnProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contributionWithdrawn.subject', { reference }),
  Mail: ContributionWithdrawn,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    wasPublic: true,
  },
};

function ContributionWithdrawn({ call, url, wasPublic, ...frame }: ContributionWithdrawnProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame
      {...frame}
      preview={words('mail.contributionWithdrawn.preview')}
      title={words('mail.contributionWithdrawn.title')}
    >
      <Paragraph>{words('mail.contributionWithdrawn.body', { call })}</Paragraph>
      <Paragraph>
        {words(wasPublic ? 'mail.contributionWithdrawn.wasPublic' : 'mail.contributionWithdrawn.neverPublic')}
      </Paragraph>
      <Paragraph>{words('mail.contributionWithdrawn.contact')}</Paragraph>
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contributionWithdrawn.unasked')}</Aside>
    </Frame>
  );
}

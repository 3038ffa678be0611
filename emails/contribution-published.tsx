import { DecidedCells } from '@/emails/_parts/cells';
import { Action, Aside, Frame, Paragraph, Subtitle } from '@/emails/_parts/frame';
import { EditorsNote, PrivateLink } from '@/emails/_parts/contribution';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailFrame, Template } from '@/emails/_parts/template';
import type { MailAgreement } from '@/emails/_parts/value-words';
import { mailWords } from '@/emails/_parts/words';

export type ContributionPublishedProps = MailFrame & {
  reference: string;
  call: string;
  publicUrl: string;
  url: string;
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor, when the contribution became public. */
export const contributionPublished: Template<ContributionPublishedProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.contributionPublished.subject', { reference }),
  Mail: ContributionPublished,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    publicUrl: 'https://bpf.example.org/en/contributions/BPF-2020-007',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    agreements: previewAgreements,
  },
};

function ContributionPublished({ call, publicUrl, url, note, agreements, ...frame }: ContributionPublishedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame
      {...frame}
      preview={words('mail.contributionPublished.preview')}
      title={words('mail.contributionPublished.title')}
    >
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.contributionPublished.body', { call })}</Paragraph>
      <Action
        href={publicUrl}
        label={words('mail.contributionPublished.button')}
        copyLink={words('mail.frame.copyLink')}
      />
      {agreements.length > 0 && <Subtitle>{words('mail.contribution.decisions')}</Subtitle>}
      <DecidedCells agreements={agreements} words={words} />
      <PrivateLink url={url} words={words} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}

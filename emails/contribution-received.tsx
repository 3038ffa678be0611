import { Section } from '@react-email/components';
import { Action, Aside, Frame, Line, Paragraph, Subheading, Subtitle } from './_parts/frame';
import type { MailFrame, Template } from './_parts/template';
import { mailWords } from './_parts/words';
import type { MailWords } from './_parts/words';

/** What was submitted, short enough for a mail and complete enough for the sender's files. */
export type SubmissionCopy = {
  answers: { title: string; text: string }[];
  signatures: string[];
  projects: { title: string; description: string }[];
  proposals: { agreement: string; values: number }[];
};

export type ContributionReceivedProps = MailFrame & { reference: string; call: string; url: string; /** 1, or the number of a corrected version. */ revision: number; copy: SubmissionCopy };

/** To a contributor with a confirmed address: it has arrived, this is what it says, here you can follow it. */
export const contributionReceived: Template<ContributionReceivedProps> = {
  subject: ({ locale, reference, revision }) =>
    revision > 1 ? mailWords(locale)('mail.contributionReceived.corrected.subject', { reference, revision }) : mailWords(locale)('mail.contributionReceived.subject', { reference }),
  Mail: ContributionReceived,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    revision: 1,
    copy: {
      answers: [{ title: 'What else should we know?', text: 'Our members report twice a year.\n\nThe next report is due in spring.' }],
      signatures: ['Paris Call', 'Cybersecurity Tech Accord'],
      projects: [{ title: 'Response team exchange', description: 'Staff of two response teams work in each other’s office for a month.' }],
      proposals: [{ agreement: 'Global Commission on the Stability of Cyberspace', values: 4 }],
    },
  },
};

function ContributionReceived({ reference, call, url, revision, copy, ...frame }: ContributionReceivedProps) {
  const words = mailWords(frame.locale);
  const title = revision > 1 ? words('mail.contributionReceived.corrected.title') : words('mail.contributionReceived.title');
  const arrived = revision > 1 ? words('mail.contributionReceived.corrected.arrived', { call, reference, revision }) : words('mail.contributionReceived.arrived', { call, reference });
  return (
    <Frame {...frame} preview={words('mail.contributionReceived.preview')} title={title}>
      <Paragraph>{arrived}</Paragraph>
      <Paragraph>{words('mail.contributionReceived.next')}</Paragraph>
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
      <Copy copy={copy} words={words} />
    </Frame>
  );
}

function Copy({ copy, words }: { copy: SubmissionCopy; words: MailWords }) {
  const { answers, signatures, projects, proposals } = copy;
  return (
    <>
      <Subtitle>{words('mail.contributionReceived.copy')}</Subtitle>
      {answers.map(({ title, text }) => (
        <Part key={title} title={title} lines={[text]} />
      ))}
      <Part title={words('mail.contributionReceived.signatures')} lines={signatures} />
      <Part title={words('mail.contributionReceived.projects')} lines={projects.map(({ title, description }) => `${title}\n${description}`)} />
      <Part
        title={words('mail.contributionReceived.proposals')}
        lines={proposals.map(({ agreement, values }) => `${agreement}: ${words('mail.contributionReceived.values', { count: values })}`)}
      />
    </>
  );
}

function Part({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section>
      <Subheading>{title}</Subheading>
      {lines.map((line, at) => (
        <Line key={at}>{line}</Line>
      ))}
    </Section>
  );
}

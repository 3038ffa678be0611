import { Section } from '@react-email/components';
import { StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph, Subheading, Subtitle } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import type { MailWords } from '@/emails/_parts/words';
import { cellLabel, valueInWords } from '@/emails/_parts/value-words';
import type { MailCell } from '@/emails/_parts/value-words';
import { Line, WrittenText } from '@/emails/_parts/written-text';

/** Everything that was submitted, question by question, for the sender's records. */
type SubmissionCopy = {
  /** ISO 639-1, if its author has named it. */ language: string | null;
  /** As whose it is published, in one line. */ shown: string;
  /** The author's stakeholder group, in words. */ group: string | null;
  parts: CopyPart[];
};

type CopyPart = {
  title: string;
  /** Markdown. */
  text: string;
  /** Other parts of the answer, in words. */
  said?: string | null;
  signatures: { name: string; note: string | null }[];
  projects: { title: string; description: string; link: string | null; agreements: string[]; criteria: string[] }[];
  proposals: { agreement: string; isNew: boolean; comment: string | null; cells: CopyCell[] }[];
  files: string[];
};

type CopyCell = Pick<MailCell, 'key' | 'criterion' | 'row'> & {
  /** What the dataset said when it was proposed. */ stood: { value: unknown; note: string | null } | null;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf: string | null;
};

export type ContributionReceivedProps = ContributionMail & {
  /** 1, or the number of a corrected version. */ revision: number;
  copy: SubmissionCopy;
  /** Whether the copy goes along as a PDF file; otherwise the mail says where it is. */ attached: boolean;
};

const NOTHING = { text: '', signatures: [], projects: [], proposals: [], files: [] };

/**
 * To a contributor with a confirmed address: confirms the receipt, repeats the content, and links to the status page.
 */
export const contributionReceived: Template<ContributionReceivedProps> = {
  subject: (props) => {
    const { locale, reference, revision } = props;
    if (revision === 1) return subjectOf('contributionReceived')(props);
    return mailWords(locale)('mail.contributionReceived.corrected.subject', { reference, revision });
  },
  Mail: ContributionReceived,
  previewProps: {
    ...previewContribution,
    revision: 1,
    attached: true,
    copy: {
      language: null,
      shown: 'Example Institute, Nauru',
      group: 'Civil society',
      parts: [
        {
          ...NOTHING,
          title: 'Which agreements has your organisation signed?',
          signatures: [
            { name: 'Paris Call', note: 'since 2018' },
            { name: 'Cybersecurity Tech Accord', note: null },
          ],
        },
        {
          ...NOTHING,
          title: 'What do you do to implement them?',
          projects: [
            {
              title: 'Response team exchange',
              description: 'Staff of two response teams work in each other’s office for a month.',
              link: 'https://example.org/exchange',
              agreements: ['Paris Call'],
              criteria: ['Interstate cooperation'],
            },
          ],
        },
        {
          ...NOTHING,
          title: 'What does the dataset lack?',
          proposals: [
            {
              agreement: 'Global Commission on the Stability of Cyberspace',
              isNew: false,
              comment: null,
              cells: [
                {
                  key: 'launchDate',
                  criterion: null,
                  stood: { value: '2019', note: null },
                  value: '2019-11',
                  note: null,
                  source: 'Final report, November 2019',
                  asOf: '2019-11',
                },
              ],
            },
          ],
        },
        {
          ...NOTHING,
          title: 'What else should we know?',
          text: 'Our members report **twice a year**.\n\nThe next report is due in spring.',
        },
      ],
    },
  },
};

function ContributionReceived({ reference, call, url, revision, copy, attached, ...frame }: ContributionReceivedProps) {
  const words = mailWords(frame.locale);
  const isCorrected = revision > 1;
  const arrived = isCorrected
    ? words('mail.contributionReceived.corrected.arrived', { call, reference, revision })
    : words('mail.contributionReceived.arrived', { call, reference });
  return (
    <Frame
      {...frame}
      mail="contributionReceived"
      title={isCorrected && words('mail.contributionReceived.corrected.title')}
    >
      <Paragraph>{arrived}</Paragraph>
      <Paragraph>{words('mail.contributionReceived.next')}</Paragraph>
      <StatusAction url={url} words={words} />
      <Paragraph>{words(`mail.contributionReceived.${attached ? 'attached' : 'onPage'}`)}</Paragraph>
      <Copy copy={copy} words={words} />
    </Frame>
  );
}

function Copy({ copy, words }: { copy: SubmissionCopy; words: MailWords }) {
  return (
    <>
      <Subtitle>{words('mail.contributionReceived.copy')}</Subtitle>
      {copy.parts.map((part, at) => (
        <Part key={at} part={part} language={copy.language} words={words} />
      ))}
      <Subheading>{words('mail.contributionReceived.about')}</Subheading>
      <Line>
        {lines([
          words('mail.contributionReceived.said.as', { value: copy.shown }),
          copy.group && words('mail.contributionReceived.said.group', { value: copy.group }),
        ])}
      </Line>
    </>
  );
}

function Part({ part, language, words }: { part: CopyPart; language: string | null; words: MailWords }) {
  const { title, text, said, signatures, projects, proposals, files } = part;
  if (text === '' && !said && signatures.length + projects.length + proposals.length + files.length === 0) return null;
  const say = (key: 'note' | 'link' | 'agreements' | 'criteria' | 'files', value: string) =>
    words(`mail.contributionReceived.said.${key}`, { value });
  return (
    <Section>
      <Subheading>{title}</Subheading>
      {said?.split('\n').map((line, at) => line && <Line key={at}>{line}</Line>)}
      {signatures.map(({ name, note }, at) => (
        <Line key={at}>{lines([name, note && say('note', note)])}</Line>
      ))}
      {projects.map((project, at) => (
        <Section key={at}>
          <Line>
            <strong>{project.title}</strong>
          </Line>
          <WrittenText text={project.description} language={language} />
          <Line>
            {lines([
              project.link && say('link', project.link),
              project.agreements.length > 0 && say('agreements', project.agreements.join('; ')),
              project.criteria.length > 0 && say('criteria', project.criteria.join('; ')),
            ])}
          </Line>
        </Section>
      ))}
      {proposals.map((proposal, at) => (
        <Proposal key={at} proposal={proposal} words={words} />
      ))}
      {text !== '' && <WrittenText text={text} language={language} />}
      {files.length > 0 && <Line>{say('files', files.join('; '))}</Line>}
    </Section>
  );
}

function Proposal({
  proposal: { agreement, isNew, comment, cells },
  words,
}: {
  proposal: CopyPart['proposals'][number];
  words: MailWords;
}) {
  return (
    <Section>
      <Line>
        <strong>
          {words(isNew ? 'mail.contributionReceived.said.new' : 'mail.contributionReceived.said.update', { agreement })}
        </strong>
      </Line>
      {cells.map((cell) => (
        <Line key={cell.key}>
          {lines([
            `${cellLabel(cell, words)}: ${valueInWords(cell, cell.value, words, cell.note)}`,
            cell.note && cell.value !== null && words('mail.contributionReceived.said.note', { value: cell.note }),
            cell.source && words('mail.contributionReceived.said.source', { value: cell.source }),
            cell.asOf && words('mail.contributionReceived.said.asOf', { value: cell.asOf }),
            !isNew && words('mail.contributionReceived.said.stood', { value: stoodInWords(cell, words) }),
          ])}
        </Line>
      ))}
      {comment && <Line>{words('mail.contributionReceived.said.comment', { value: comment })}</Line>}
    </Section>
  );
}

const stoodInWords = (cell: CopyCell, words: MailWords) =>
  cell.stood
    ? valueInWords(cell, cell.stood.value, words, cell.stood.note)
    : words('mail.contributionReceived.said.nothingStood');

const lines = (said: (string | null | false)[]) => said.filter(Boolean).join('\n');

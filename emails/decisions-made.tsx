import { DecidedCells } from '@/emails/_parts/cells';
import { EditorsNote, StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import { previewAgreements } from '@/emails/_parts/preview-agreements';
import type { MailAgreement } from '@/emails/_parts/value-words';

export type DecisionsMadeProps = ContributionMail & {
  note?: string;
  agreements: MailAgreement[];
};

/** To the contributor: the outcome of each proposed value, with its reason. An editor reads it before it is sent. */
export const decisionsMade: Template<DecisionsMadeProps> = {
  subject: subjectOf('decisionsMade'),
  Mail: DecisionsMade,
  previewProps: {
    ...previewContribution,
    note: 'Thank you for the detailed sources.',
    agreements: previewAgreements,
  },
};

function DecisionsMade({ reference, call, url, note, agreements, ...frame }: DecisionsMadeProps) {
  const words = mailWords(frame.locale);
  const count = agreements.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <Frame {...frame} mail="decisionsMade" values={{ count }}>
      <EditorsNote note={note} words={words} />
      <Paragraph>{words('mail.decisionsMade.body', { call, reference })}</Paragraph>
      <DecidedCells agreements={agreements} words={words} />
      <StatusAction url={url} words={words} />
    </Frame>
  );
}

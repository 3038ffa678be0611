import { Section } from '@react-email/components';
import { Subheading, Subtitle } from './frame';
import { cellLabel, valueInWords } from './value-words';
import type { MailAgreement, MailCell } from './value-words';
import type { MailWords } from './words';
import { Line } from './written-text';

/** The decisions in a mail that has another subject. */
export function Decisions({ agreements, words }: { agreements: MailAgreement[]; words: MailWords }) {
  if (agreements.length === 0) return null;
  return (
    <>
      <Subtitle>{words('mail.contribution.decisions')}</Subtitle>
      <DecidedCells agreements={agreements} words={words} />
    </>
  );
}

/** The outcome of each proposed cell, agreement by agreement. */
export function DecidedCells({ agreements, words }: { agreements: MailAgreement[]; words: MailWords }) {
  return agreements.map((agreement) => (
    <Section key={agreement.name}>
      <Subtitle>{agreement.name}</Subtitle>
      {agreement.cells.map((cell) => (
        <DecidedCell key={cell.key} cell={cell} words={words} />
      ))}
    </Section>
  ));
}

function DecidedCell({ cell, words }: { cell: MailCell; words: MailWords }) {
  const lines = [
    words('mail.cells.proposed', { value: valueInWords(cell, cell.proposed, words, cell.proposedNote) }),
    cell.outcome === 'amended' &&
      words('mail.cells.now', { value: valueInWords(cell, cell.decided, words, cell.decidedNote) }),
    cell.reason && words('mail.cells.reason', { reason: cell.reason }),
  ];
  return (
    <Section>
      <Subheading>
        {cellLabel(cell, words)}: {words(`mail.cells.outcomes.${cell.outcome}`)}
      </Subheading>
      <Line>{lines.filter(Boolean).join('\n')}</Line>
    </Section>
  );
}

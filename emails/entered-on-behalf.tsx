import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

/** Contains no reference, no name and no text of the contribution: the address may belong to a stranger. */
export type EnteredOnBehalfProps = MailFrame & {
  call: string;
  /** From what it was entered. */ source: 'telephone' | 'conversation' | 'letter' | 'mail' | 'file';
  /** When that reached the editors, in words. */ day: string;
  url: string;
  days: number;
};

/** The first mail to a contributor in whose name an editor entered a contribution. */
export const enteredOnBehalf: Template<EnteredOnBehalfProps> = {
  subject: subjectOf('enteredOnBehalf'),
  Mail: EnteredOnBehalf,
  previewProps: {
    ...previewFrame,
    call: 'Call for contributions 2020',
    source: 'telephone',
    day: '3 November 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    days: 30,
  },
};

function EnteredOnBehalf({ call, source, day, url, days, ...frame }: EnteredOnBehalfProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="enteredOnBehalf">
      <Paragraph>
        {words('mail.enteredOnBehalf.body', { call, what: words(`mail.enteredOnBehalf.from.${source}`, { day }) })}
      </Paragraph>
      <Action href={url} label={words('mail.enteredOnBehalf.button')} words={words} />
      <Paragraph>{words('mail.enteredOnBehalf.until')}</Paragraph>
      <Aside>{words('mail.enteredOnBehalf.expires', { days })}</Aside>
      <Aside>{words('mail.enteredOnBehalf.unasked')}</Aside>
    </Frame>
  );
}

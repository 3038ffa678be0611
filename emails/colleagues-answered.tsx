import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewContribution } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type ColleaguesAnsweredProps = ContributionMail & {
  /** How many of each have come; the reference is empty for a draft that was never sent. */
  comments: number;
  approvals: number;
  changes: number;
};

/** To the contributor, when colleagues have commented on the draft or answered whether they approve its text. */
export const colleaguesAnswered: Template<ColleaguesAnsweredProps> = {
  subject: ({ locale }) => mailWords(locale)('mail.colleaguesAnswered.subject'),
  Mail: ColleaguesAnswered,
  previewProps: { ...previewContribution, reference: '', comments: 2, approvals: 1, changes: 1 },
};

function ColleaguesAnswered({ call, url, reference, comments, approvals, changes, ...frame }: ColleaguesAnsweredProps) {
  const words = mailWords(frame.locale);
  const counts = { comments, approvals, changes };
  return (
    <Frame {...frame} mail="colleaguesAnswered">
      <Paragraph>
        {words(reference ? 'mail.colleaguesAnswered.bodySent' : 'mail.colleaguesAnswered.body', { call, reference })}
      </Paragraph>
      {(['comments', 'approvals', 'changes'] as const)
        .filter((what) => counts[what] > 0)
        .map((what) => (
          <Paragraph key={what}>– {words(`mail.colleaguesAnswered.${what}`, { count: counts[what] })}</Paragraph>
        ))}
      <Action href={url} label={words('mail.colleaguesAnswered.button')} words={words} />
      <Aside>{words('mail.colleaguesAnswered.how')}</Aside>
    </Frame>
  );
}

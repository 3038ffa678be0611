import { Action, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type AccountAddedProps = MailFrame & { role: 'observer' | 'editor' | 'admin'; url: string };

/** To a new editor whom an admin has put on the allow-list. */
export const accountAdded: Template<AccountAddedProps> = {
  subject: subjectOf('accountAdded'),
  Mail: AccountAdded,
  previewProps: { ...previewFrame, role: 'editor', url: 'https://bpf.example.org/sign-in' },
};

function AccountAdded({ role, url, ...frame }: AccountAddedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="accountAdded">
      <Paragraph>{words(`mail.accountAdded.${role}`)}</Paragraph>
      <Paragraph>{words('mail.accountAdded.how')}</Paragraph>
      <Action href={url} label={words('mail.accountAdded.button')} words={words} />
    </Frame>
  );
}

import { Action, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type AccountAddedProps = MailFrame & {
  role: 'observer' | 'editor' | 'admin';
  url: string;
  /** The name of the sign-in provider where it is the only way in. */
  provider?: string;
};

/** To a new editor whom an admin has put on the allow-list. */
export const accountAdded: Template<AccountAddedProps> = {
  subject: subjectOf('accountAdded'),
  Mail: AccountAdded,
  previewProps: { ...previewFrame, role: 'editor', url: 'https://bpf.example.org/sign-in' },
};

function AccountAdded({ role, url, provider, ...frame }: AccountAddedProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="accountAdded">
      <Paragraph>{words(`mail.accountAdded.${role}`)}</Paragraph>
      <Paragraph>
        {provider === undefined ? words('mail.accountAdded.how') : words('mail.accountAdded.howProvider', { provider })}
      </Paragraph>
      <Action href={url} label={words('mail.accountAdded.button')} words={words} />
    </Frame>
  );
}

import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type SignInProps = MailFrame & { url: string; minutes: number };

/** To an editor who asked to sign in. */
export const signIn: Template<SignInProps> = {
  subject: subjectOf('signIn'),
  Mail: SignIn,
  previewProps: {
    ...previewFrame,
    url: 'https://bpf.example.org/sign-in/confirm?token=0f1e2d',
    minutes: 30,
  },
};

function SignIn({ url, minutes, ...frame }: SignInProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="signIn" values={{ minutes }}>
      <Paragraph>{words('mail.signIn.body', { minutes })}</Paragraph>
      <Action href={url} label={words('mail.signIn.button')} words={words} />
      <Aside>{words('mail.signIn.unasked')}</Aside>
    </Frame>
  );
}

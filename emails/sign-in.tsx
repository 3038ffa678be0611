import { Action, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type SignInProps = MailFrame & { url: string; minutes: number };

/** To an editor who asked to sign in. */
export const signIn: Template<SignInProps> = {
  subject: ({ locale, host }) => mailWords(locale)('mail.signIn.subject', { host }),
  Mail: SignIn,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    url: 'https://bpf.example.org/sign-in/confirm?token=0f1e2d',
    minutes: 30,
  },
};

function SignIn({ url, minutes, ...frame }: SignInProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} preview={words('mail.signIn.preview', { minutes })} title={words('mail.signIn.title')}>
      <Paragraph>{words('mail.signIn.body', { minutes })}</Paragraph>
      <Action href={url} label={words('mail.signIn.button')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.signIn.unasked')}</Aside>
    </Frame>
  );
}

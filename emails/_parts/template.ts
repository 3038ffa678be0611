import type { ReactElement } from 'react';
import type mail from '@/lib/platform/i18n/messages/en/mail.json';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mailWords } from './words';

/** The props of every mail: its language, and the host that sends it. */
export type MailFrame = { locale: Locale; host: string };

/** The props of all mails about a contribution; `url` is its private link. */
export type ContributionMail = MailFrame & { reference: string; call: string; url: string };

/** One mail: its subject, its content, and sample props for previews. */
export type Template<Props extends MailFrame> = {
  subject: (props: Props) => string;
  Mail: (props: Props) => ReactElement;
  previewProps: Props;
};

/** The sample props for previews of mails. */
export const previewFrame: MailFrame = { locale: 'en', host: 'bpf.example.org' };

export const previewContribution: ContributionMail = {
  ...previewFrame,
  reference: 'BPF-2020-007',
  call: 'Call for contributions 2020',
  url: 'https://bpf.example.org/en/link/0f1e2d',
};

type MailWithSubject = {
  [Name in keyof typeof mail]: (typeof mail)[Name] extends { subject: string } ? Name : never;
}[keyof typeof mail];

/** The subject of a mail, which may name its host or its contribution. */
export const subjectOf =
  (name: MailWithSubject) =>
  ({ locale, host, reference = '' }: MailFrame & { reference?: string }): string =>
    mailWords(locale)(`mail.${name}.subject`, { host, reference });

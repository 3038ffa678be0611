import { Action, Address, Aside, Frame, Paragraph } from '@/emails/_parts/frame';
import { previewFrame } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import { sayDeadline } from '@/lib/platform/i18n/dates';

export type ClosingReminderProps = MailFrame & {
  call: string;
  closesAt: string;
  timeZone: string;
  /** The private link of the draft, and the address that ends the reminders. */
  url: string;
  stopUrl: string;
};

/** To a contributor who asked for it, some days before the call of an unsent draft closes. */
export const closingReminder: Template<ClosingReminderProps> = {
  subject: ({ locale, call }) => mailWords(locale)('mail.closingReminder.subject', { call }),
  Mail: ClosingReminder,
  previewProps: {
    ...previewFrame,
    call: 'Call for contributions 2020',
    closesAt: '2020-10-17T23:59:00.000Z',
    timeZone: 'UTC',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    stopUrl: 'https://bpf.example.org/en/link/0f1e2d?stop=reminder',
  },
};

function ClosingReminder({ call, closesAt, timeZone, url, stopUrl, ...frame }: ClosingReminderProps) {
  const words = mailWords(frame.locale);
  const deadline = sayDeadline(closesAt, frame.locale, timeZone, (parts) => words('common.endOfDay', parts));
  return (
    <Frame {...frame} mail="closingReminder">
      <Paragraph>{words('mail.closingReminder.body', { call, deadline })}</Paragraph>
      <Action href={url} label={words('mail.closingReminder.button')} words={words} />
      <Aside>{words('mail.closingReminder.link')}</Aside>
      <Aside>{words('mail.closingReminder.stop')}</Aside>
      <Address href={stopUrl} />
    </Frame>
  );
}

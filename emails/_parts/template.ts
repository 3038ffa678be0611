import type { ReactElement } from 'react';
import type { Locale } from '@/lib/platform/i18n/routing';

/** What every mail is given: its language, and the host it comes from. */
export type MailFrame = { locale: Locale; host: string };

/** One mail: what its subject says, what it shows, and made-up props to look at it with. */
export type Template<Props extends MailFrame> = {
  subject: (props: Props) => string;
  Mail: (props: Props) => ReactElement;
  previewProps: Props;
};

import type { ReactElement } from 'react';
import type { Locale } from '@/lib/platform/i18n/routing';

/** The props of every mail: its language, and the host that sends it. */
export type MailFrame = { locale: Locale; host: string };

/** One mail: its subject, its content, and sample props for previews. */
export type Template<Props extends MailFrame> = {
  subject: (props: Props) => string;
  Mail: (props: Props) => ReactElement;
  previewProps: Props;
};
